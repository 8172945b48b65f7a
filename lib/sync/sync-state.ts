/** Copying to the user's other devices, as it is kept. */
import * as v from 'valibot';
import type { Moment } from '../time/days.ts';
import type { Topic } from '../topics/topic.ts';
import { type SyncProblem, syncProblems } from './sync-problem.ts';
import type { SyncedData } from './synced-data.ts';

/** Copying to the user's other devices, through the browser's account. */
export interface SyncState {
  /** Since when; null is off. */
  on: Moment | null;
  /** This device's name in the account; empty before copying was first begun. */
  computer: string;
  /** What was known here and in the account when they last met; null before that. */
  copy: SyncedData | null;
  /** What `copy` knew of announcements when copying last ended. */
  told: SyncedData['told'];
  /** Short hashes of what was read here when they last met. */
  readHere: string[];
  /** When the account was last written to, or was about to be. */
  wroteAt: Moment | null;
  /** What there was no room for. */
  left: { topics: number; marks: number };
  problem: SyncProblem | null;
  /** When the user said "not now" to what was found in the account. */
  notNow: Moment | null;
}

const moment = v.pipe(v.string(), v.isoTimestamp());
const told = v.record(v.string(), moment);

/** `topic` is what a topic is as the user wrote it. */
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
