import type { MarkedPaper } from '../marks/marks.ts';
import type { QueryProblem } from '../query/parsed-query.ts';
import type { Day } from '../time/days.ts';

/** What a topic of *papers like these* would have brought. `upvotes` of a week are scores here. */
export interface ExamplePreview {
  /** From this score on a paper matches; examples score 100 on average. */
  least: number;
  weeks: PreviewWeek[];
  /** Matches of the last 30 days. */
  count: number;
  /** The newest matches. */
  matches: MarkedPaper[];
  examples: MarkedPaper[];
  /** Words that count most for a paper, and those that count against it or least. */
  strongest: string[];
  weakest: string[];
}

/** Seven days of a back-test, with the upvotes each match has today. */
export interface PreviewWeek {
  /** Its first day. */
  from: Day;
  upvotes: number[];
}

export interface TopicPreview {
  /** A query that matches nothing by construction, or cannot be read. */
  problem: QueryProblem | null;
  /** Papers listed in the last 30 days that match exactly. */
  count: number;
  /** The newest matches with at least as many upvotes as asked for. */
  matches: MarkedPaper[];
  /** The other matches of the last 30 days. */
  below: { count: number; matches: MarkedPaper[] };
  /** Oldest first; the digest has papers of the first one. */
  weeks: PreviewWeek[];
  /** Words in the digest spelt like the query's: not part of the topic. */
  similarSpellings: string[];
  /** What watching the user's arXiv categories would add a week; absent where there are none. */
  arxivPerWeek?: number | undefined;
}
