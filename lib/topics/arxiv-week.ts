/** What a topic would get from the user's arXiv categories. */
import type { Paper } from '../paper/paper.ts';
import type { ParsedQuery } from '../query/parsed-query.ts';
import { topicTest, topicTextOf } from './match-topic.ts';

/** Papers that only arXiv's feeds brought, and on how many days of the week they were read. */
export interface ArxivWeek {
  papers: Paper[];
  days: number;
}

/** arXiv announces on five days. */
const feedDays = 5;

/** Matches a week, reckoned from the days whose feeds were read. */
export function addedPerWeek(query: ParsedQuery, { papers, days }: ArxivWeek): number {
  if (days === 0) return 0;
  const test = topicTest(query);
  const matching = papers.filter((paper) => test(topicTextOf(paper)) !== null).length;
  return Math.round((matching * feedDays) / Math.min(days, feedDays));
}
