/** The state of arXiv's feeds between two requests. All of it is stored. */
import * as v from 'valibot';
import type { PaperId } from '../../paper/paper.ts';
import type { Day, Moment } from '../../time/days.ts';
import { type UpdateProblem, updateProblemKinds } from '../status.ts';

/** HTTP validators of the last answer (RFC 9110, 8.8), for a conditional request. */
export interface Validators {
  etag: string | null;
  modified: string | null;
}

export interface Feed extends Validators {
  /** The day of the last feed that was read. */
  readFor: Day | null;
  /** Failures in a row. */
  attempts: number;
  nextTry: Moment | null;
  problem: UpdateProblem['kind'] | null;
}

export interface FeedState {
  version: 1;
  /** By category. */
  feeds: Record<string, Feed>;
  /** Papers that the feeds added in the last days, by the day on which they were added. */
  added: Record<Day, PaperId[]>;
  /** When old papers were last removed. */
  pruned: Day | null;
}

export interface FeedStateStore {
  read(): Promise<FeedState>;
  /** Changes the state in one transaction and returns the new one. */
  update(change: (state: FeedState) => FeedState): Promise<FeedState>;
}

const noFeeds: FeedState = { version: 1, feeds: {}, added: {}, pruned: null };

export const initialFeed: Feed = {
  etag: null,
  modified: null,
  readFor: null,
  attempts: 0,
  nextTry: null,
  problem: null,
};

const day = v.pipe(v.string(), v.isoDate());
const schema = v.object({
  version: v.literal(1),
  feeds: v.record(
    v.string(),
    v.object({
      etag: v.nullable(v.string()),
      modified: v.nullable(v.string()),
      readFor: v.nullable(day),
      attempts: v.number(),
      nextTry: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
      problem: v.nullable(v.picklist(updateProblemKinds)),
    }),
  ),
  added: v.record(day, v.array(v.string())),
  pruned: v.nullable(day),
});

export function feedStatuses({ feeds }: FeedState): FeedStatus[] {
  return Object.entries(feeds).map(([category, { readFor, problem }]) => ({
    category,
    readFor,
    problem,
  }));
}

/** A stored value as state; the initial state where it is not one. */
export function parseFeedState(stored: unknown): FeedState {
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : noFeeds;
}

/** The state of one arXiv category, for the options page. */
export interface FeedStatus {
  category: string;
  /** The day of the last feed that was read. */
  readFor: Day | null;
  problem: UpdateProblem['kind'] | null;
}
