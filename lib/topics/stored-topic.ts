import type { ParsedQuery } from '../query/parsed-query.ts';
import type { Moment } from '../time/days.ts';
import type { ExampleModel } from './example-model.ts';
import type { Topic } from './topic.ts';

/** A topic with what its query meant when it was written; null where that is to be read again. */
export interface StoredTopic extends Topic {
  parsed: ParsedQuery | null;
  /** What was learned from the examples of `like`; absent where it is still to be learned. */
  model?: ExampleModel | undefined;
}

/** A paper that was news for topics. It is unread until its marks say that it was read. */
export interface StoredAlert {
  topics: string[];
  at: Moment;
  /** By topic, the number of upvotes it passed after it was listed. */
  passed?: Record<string, number> | undefined;
}

/** A new paper that matches topics but for its upvotes. */
export interface StoredPending {
  topics: string[];
  /** When this device first saw it listed. */
  at: Moment;
}
