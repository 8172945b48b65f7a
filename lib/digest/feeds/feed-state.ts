/** What is known of arXiv's feeds between two requests. All of it is stored. */
import * as v from 'valibot';
import type { PaperId } from '../../paper/paper.ts';
import type { Day, Moment } from '../../time/days.ts';
import type { UpdateProblem } from '../status.ts';

/** What a service marked its last answer with, to be asked whether it has changed. */
export interface Validators {
  etag: string | null;
  modified: string | null;
}

export interface Feed extends Validators {
  /** The day whose feed was read last. */
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
  /** Papers that the feeds brought first, by the day they came, of the last days. */
  added: Record<Day, PaperId[]>;
  /** When old papers were last looked for. */
  pruned: Day | null;
}

export interface FeedStateStore {
  read(): Promise<FeedState>;
  /** Changes the state in one transaction and answers the new one. */
  update(change: (state: FeedState) => FeedState): Promise<FeedState>;
}

export const noFeeds: FeedState = { version: 1, feeds: {}, added: {}, pruned: null };

export const freshFeed: Feed = {
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
      problem: v.nullable(
        v.picklist([
          'offline',
          'refused',
          'busy',
          'not-json',
          'unexpected',
          'storage',
          'no-access',
        ]),
      ),
    }),
  ),
  added: v.record(day, v.array(v.string())),
  pruned: v.nullable(day),
});

/** How each category of the state fares. */
export function feedStatuses({ feeds }: FeedState): FeedStatus[] {
  return Object.entries(feeds).map(([category, { readFor, problem }]) => ({
    category,
    readFor,
    problem,
  }));
}

/** A stored value as state; of anything else, nothing is known. */
export function readFeedState(stored: unknown): FeedState {
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : noFeeds;
}

/** How a category of arXiv fares. */
export interface FeedStatus {
  category: string;
  /** The day whose feed was read last. */
  readFor: Day | null;
  problem: UpdateProblem['kind'] | null;
}
