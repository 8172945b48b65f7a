import type { Marks } from '../../marks/marks.ts';
import type { Paper } from '../../paper/paper.ts';

/** Half-open range of UTF-16 positions. */
export type Range = [start: number, end: number];

export interface SearchResult {
  paper: Paper;
  marks: Marks;
  score: number;
  /** Where the query's words stand in the title. */
  titleRanges: Range[];
  /** A piece of the abstract around the match, or null when the match is elsewhere. */
  snippet: { text: string; ranges: Range[] } | null;
  /** False: only similar words match (a typo tolerated). */
  exact: boolean;
}
