import type { MarkedPaper } from '../marks/marks.ts';
import type { QueryProblem } from '../query/parsed-query.ts';
import type { Day } from '../time/days.ts';

/** The back-test of an example topic. `upvotes` of a week are scores here. */
export interface ExamplePreview {
  /** Minimum score of a match; examples score 100 on average. */
  least: number;
  weeks: PreviewWeek[];
  /** Matches of the last 30 days. */
  count: number;
  /** The newest matches. */
  matches: MarkedPaper[];
  examples: MarkedPaper[];
  /** The words with the highest and the lowest weights. */
  strongest: string[];
  weakest: string[];
}

/** Seven days of a back-test, with the current upvotes of each match. */
export interface PreviewWeek {
  /** Its first day. */
  from: Day;
  upvotes: number[];
}

export interface TopicPreview {
  /** Why the query cannot be understood or can never match. */
  problem: QueryProblem | null;
  /** Papers listed in the last 30 days that match exactly. */
  count: number;
  /** The newest matches with the minimum of upvotes. */
  matches: MarkedPaper[];
  /** The other matches of the last 30 days. */
  below: { count: number; matches: MarkedPaper[] };
  /** Oldest first, from the first week of which the digest has papers. */
  weeks: PreviewWeek[];
  /**
   * Words of the digest that are spelled almost like the query's, which the topic does not match.
   */
  similarSpellings: string[];
  /** Matches per week that the user's arXiv categories would add; absent without categories. */
  arxivPerWeek?: number | undefined;
}
