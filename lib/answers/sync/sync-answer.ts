import type { SyncProblem } from '../../sync/sync-problem.ts';
import type { Moment } from '../../time/days.ts';

/** Sync through the browser's account. */
export interface SyncStatus {
  on: boolean;
  /** While sync is off: topics in the account that this device does not have. */
  found: { topics: number; names: string[] } | null;
  /** The user declined them, outside the options page. */
  notNow: boolean;
  /** How many did not fit in the account. */
  left: { topics: number; marks: number };
  wroteAt: Moment | null;
  problem: SyncProblem | null;
}
