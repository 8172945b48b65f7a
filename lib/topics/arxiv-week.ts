import type { Paper } from '../paper/paper.ts';
import type { ParsedQuery } from '../query/parsed-query.ts';
import { topicTest, topicTextOf } from './match-topic.ts';

/** Papers that only arXiv's feeds have, and the number of days whose feeds were read. */
export interface ArxivWeek {
  papers: Paper[];
  days: number;
}

/** arXiv announces on five days a week: https://info.arxiv.org/help/availability.html */
const feedDays = 5;

/** Matches per week that the user's arXiv categories would add, from the days that were read. */
export function addedPerWeek(query: ParsedQuery, { papers, days }: ArxivWeek): number {
  if (days === 0) return 0;
  const test = topicTest(query);
  const matching = papers.filter((paper) => test(topicTextOf(paper)) !== null).length;
  return Math.round((matching * feedDays) / Math.min(days, feedDays));
}
