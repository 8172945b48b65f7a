/** What the detector, the panel and the listing script, in one isolated world, share about the page. */
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { Detection } from '../paper/paper.ts';

export interface PageState {
  /** Null until the document is read. */
  detection: Detection | null;
  /** Called for each new detection: first reading, in-page navigation, return from the page cache. */
  listeners: Set<(detection: Detection) => void>;
  /** Page kinds for which a script was requested from the background, once per document. */
  asked: Set<string>;
  /** The panel's script runs. */
  panelMounted: boolean;
  /** The listing script runs. */
  listingMounted: boolean;
  /** When the detector started, in milliseconds of the page's clock. */
  started: number;
  /** The host reserved in the page's right column before it was painted, if it has one. */
  reserved: Promise<HTMLElement | null>;
}

const key = Symbol.for('kindred.page');
const world = globalThis as { [key]?: PageState };

/** Returns the state that the detector created, or null where no detector ran. */
export function pageState(): PageState | null {
  return world[key] ?? null;
}

/** Creates the state; null when a detector already works in this page. */
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

/** Hands a detection to every listener. */
export function publish(state: PageState, detection: Detection): void {
  state.detection = detection;
  for (const listener of state.listeners) listener(detection);
}

/** In milliseconds. */
const contextCheckInterval = 1_000;

/** Calls `ended` when Kindred is updated or removed, which would leave dead elements in the page. */
export function watchContext(context: ContentScriptContext, ended: () => void): void {
  // WXT checks whether its context is valid only when one of its own timers or listeners runs.
  context.setInterval(() => undefined, contextCheckInterval);
  context.onInvalidated(ended);
}
