/** The stored state of sync with the user's other devices. */
import * as v from 'valibot';
import type { Moment } from '../time/days.ts';
import type { Topic } from '../topics/topic.ts';
import { type SyncProblem, syncProblems } from './sync-problem.ts';
import type { SyncedData } from './synced-data.ts';

export interface SyncState {
  /** When sync was turned on; null where it is off. */
  on: Moment | null;
  /** This device's name in the account; empty until sync is first turned on. */
  computer: string;
  /** The synced data after the last sync; null before the first. */
  copy: SyncedData | null;
  /** `copy.told` of when sync was last turned off. */
  told: SyncedData['told'];
  /** Short hashes of the papers that were read here at the last sync. */
  readHere: string[];
  /** When the account was last written, or was about to be. */
  wroteAt: Moment | null;
  /** How many topics and marks did not fit into the account. */
  left: { topics: number; marks: number };
  problem: SyncProblem | null;
  /** When the user dismissed the offer to sync with what is in the account. */
  notNow: Moment | null;
}

const moment = v.pipe(v.string(), v.isoTimestamp());
const told = v.record(v.string(), moment);

/** `topic` is the schema of a topic without what is computed of it. */
export const syncStateSchema = (topic: v.GenericSchema<unknown, Topic>) =>
  v.object({
    on: v.nullable(moment),
    computer: v.string(),
    copy: v.nullable(
      v.object({
        topics: v.record(v.string(), v.object({ at: moment, value: v.nullable(topic) })),
        read: v.record(v.string(), v.object({ at: moment, value: v.boolean() })),
        told,
      }),
    ),
    told,
    readHere: v.array(v.string()),
    wroteAt: v.nullable(moment),
    left: v.object({ topics: v.number(), marks: v.number() }),
    problem: v.nullable(v.picklist(syncProblems)),
    notNow: v.nullable(moment),
  });

export const syncOff = (): SyncState => ({
  on: null,
  computer: '',
  copy: null,
  told: {},
  readHere: [],
  wroteAt: null,
  left: { topics: 0, marks: 0 },
  problem: null,
  notNow: null,
});
