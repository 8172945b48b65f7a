/**
 * What the detector and the panel, two scripts in one isolated world, know together about the page.
 */
import type { Detection } from '../../paper/paper.ts';

export interface PageState {
  /** Null until the document is read. */
  detection: Detection | null;
  /** Called at each new verdict: first reading, in-page navigation, return from the page cache. */
  listeners: Set<(detection: Detection) => void>;
  /** The background was asked for the panel's script; it is asked once a document. */
  panelAsked: boolean;
  /** The panel's script runs here. */
  panelMounted: boolean;
  /** Space kept in the page's right column since before it was painted, if it has one. */
  reserved: Promise<HTMLElement | null>;
}

const key = Symbol.for('kindred.page');
const world = globalThis as { [key]?: PageState };

/** The state the detector made, or null where no detector ran. */
export function pageState(): PageState | null {
  return world[key] ?? null;
}

/** Makes the state; null when a detector already works in this page. */
export function claimPage(): PageState | null {
  if (world[key] !== undefined) return null;
  const state: PageState = {
    detection: null,
    listeners: new Set(),
    panelAsked: false,
    panelMounted: false,
    reserved: Promise.resolve(null),
  };
  world[key] = state;
  return state;
}

/** Publishes a verdict to whoever listens. */
export function publish(state: PageState, detection: Detection): void {
  state.detection = detection;
  for (const listener of state.listeners) listener(detection);
}
