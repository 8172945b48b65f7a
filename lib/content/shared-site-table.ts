import type { Site } from '../page/sites/site.ts';

const key = Symbol.for('kindred.sites');
const world = globalThis as { [key]?: readonly Site[] };

/** Leaves the site table for a detector that starts later in the same isolated world. */
export function publishSites(sites: readonly Site[]): void {
  world[key] = sites;
}

/** Returns that table; null where the detector started without one. */
export function readSites(): readonly Site[] | null {
  return world[key] ?? null;
}
