import type { Paper, PaperId } from '../../paper/paper.ts';
import type { QueryProblem } from '../../query/parsed-query.ts';
import type { PastedId } from '../query/pasted-id.ts';
import type { SearchOrder } from './order.ts';
import type { QuerySuggestions } from './suggest.ts';

/** Half-open range of UTF-16 positions. */
export type Range = [start: number, end: number];

export interface SearchResult {
  paper: Paper;
  score: number;
  /** Where the query's words are in the title's `plainText`. */
  titleRanges: Range[];
  /** A piece of the abstract around the match, or null when the match is elsewhere. */
  snippet: { text: string; ranges: Range[] } | null;
  /** False: it only has words that are spelled similarly. */
  exact: boolean;
}

export interface SearchOptions {
  offset: number;
  limit: number;
  sort: SearchOrder;
}

/** One page of results, and what is known about the whole query. */
export interface SearchPage extends QuerySuggestions {
  /** How many papers the query finds. */
  total: number;
  results: SearchResult[];
  /** Parts of the query that could not be understood, and how it was relaxed. */
  problems: QueryProblem[];
  /** The query is an id, DOI or link of one paper. */
  pasted: PastedId | null;
  /** Titles and names were not loaded yet, so they were not searched. */
  partial: boolean;
}

/** Papers that have everything a query asks for. */
export interface MatchingPapers {
  ids: Set<PaperId>;
  problems: QueryProblem[];
}
