/**
 * What the detector and the panel, two scripts in one isolated world, know together about the page.
 */
import type { Detection } from '../paper/paper.ts';

export interface PageState {
  /** Null until the document is read. */
  detection: Detection | null;
  /** Called at each new verdict: first reading, in-page navigation, return from the page cache. */
  listeners: Set<(detection: Detection) => void>;
  /** Page kinds for which the background was asked for a script; it is asked once a document. */
  asked: Set<string>;
  /** The panel's script runs here. */
  panelMounted: boolean;
  /** The script that marks listings runs here. */
  listingMounted: boolean;
  /** When the detector began, on the page's clock. */
  started: number;
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
    asked: new Set(),
    panelMounted: false,
    listingMounted: false,
    started: 0,
    reserved: Promise.resolve(null),
  };
  world[key] = state;
  return state;
}

/** Gives the page up, so that another detector may claim it. */
export function releasePage(state: PageState): void {
  publish(state, { kind: 'none', site: null, evidence: [] });
  state.listeners.clear();
  delete world[key];
}

/** Publishes a verdict to whoever listens. */
export function publish(state: PageState, detection: Detection): void {
  state.detection = detection;
  for (const listener of state.listeners) listener(detection);
}
