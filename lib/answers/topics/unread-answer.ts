import type { MarkedPaper } from '../../marks/marks.ts';
import type { Moment } from '../../time/days.ts';
import type { Topic } from '../../topics/topic.ts';

/** A paper that was new for a topic. */
export interface AlertedPaper extends MarkedPaper {
  alertedAt: Moment;
  /** The words of the query that it has, as the query writes them. */
  why: string[];
  /** The minimum of upvotes that it reached after it was listed; null when it was new at once. */
  passed: number | null;
}

/** A topic with its new papers. */
export interface TopicNews {
  topic: Topic;
  unread: AlertedPaper[];
  /** Matches of the last 14 days that have too few upvotes. */
  below: MarkedPaper[];
  /** Its ten latest matches from before the topic was created. */
  earlier: MarkedPaper[];
}

export interface UnreadAnswer {
  topics: TopicNews[];
  /** The badge's number: unread works of the last 30 days for topics that count, each once. */
  total: number;
}
