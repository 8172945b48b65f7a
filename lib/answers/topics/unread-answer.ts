import type { MarkedPaper } from '../../marks/marks.ts';
import type { Moment } from '../../time/days.ts';
import type { Topic } from '../../topics/topic.ts';

/** A paper that was news for a topic. */
export interface AlertedPaper extends MarkedPaper {
  alertedAt: Moment;
  /** What of the topic's query it has, as the query writes it. */
  why: string[];
  /** The number of upvotes it passed after it was listed; null when it was news at once. */
  passed: number | null;
}

/** A topic with what is new for it. */
export interface TopicNews {
  topic: Topic;
  unread: AlertedPaper[];
  /** Matches of the last 14 days that have too few upvotes to count. */
  below: MarkedPaper[];
  /** Its ten latest matches, listed before the topic was made. */
  earlier: MarkedPaper[];
}

export interface UnreadAnswer {
  topics: TopicNews[];
  /** Unread new works of the last 30 days over the topics that count, each once: the badge's number. */
  total: number;
}
