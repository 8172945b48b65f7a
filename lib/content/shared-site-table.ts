/** The site table, handed from the script that carries it to the detector in the same world. */
import type { Site } from '../page/sites/site.ts';

const key = Symbol.for('kindred.sites');
const world = globalThis as { [key]?: readonly Site[] };

/** Leaves the table for a detector that starts after it. */
export function publishSites(sites: readonly Site[]): void {
  world[key] = sites;
}

/** The table that was brought to this page; null where none was. */
export function readSites(): readonly Site[] | null {
  return world[key] ?? null;
}
