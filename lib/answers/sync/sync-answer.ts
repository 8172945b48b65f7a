import type { SyncProblem } from '../../sync/sync-problem.ts';
import type { Moment } from '../../time/days.ts';

/** Copying through the browser's account. */
export interface SyncStatus {
  on: boolean;
  /** Topics in the account that this device does not have, where copying is off. */
  found: { topics: number; names: string[] } | null;
  /** The user said "not now" to them, outside the options page. */
  notNow: boolean;
  /** What there was no room for in the account. */
  left: { topics: number; marks: number };
  wroteAt: Moment | null;
  problem: SyncProblem | null;
}
