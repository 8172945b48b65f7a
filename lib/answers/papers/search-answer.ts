import type { DigestStatus } from '../../digest/status.ts';
import type { QueryProblem } from '../../query/parsed-query.ts';
import type { SearchResult } from '../../search/results/search-result.ts';

export interface SearchAnswer {
  query: string;
  total: number;
  results: SearchResult[];
  /** The query is an id, DOI or link of one paper. */
  pasted: { arxivId: string | null; doi: string | null } | null;
  /** Parts of the query that could not be understood, and the like. */
  problems: QueryProblem[];
  /** Whole queries, the word being typed completed, the likeliest first. */
  completions: string[];
  /** The query with words in the place of those that nothing has; null without such words. */
  meant: string | null;
  /** Titles and names were not loaded yet: ask again with `whole`. */
  partial?: boolean;
  status: DigestStatus;
}
