import type { PaperId } from '../../paper/paper.ts';
import type { QueryProblem } from '../../query/parsed-query.ts';
import type { PastedId } from '../query/pasted-id.ts';
import type { SearchResult } from './search-result.ts';
import type { QuerySuggestions } from './suggest.ts';

/** One result; the paper and the user's marks are added by who holds them. */
export interface Hit extends Pick<SearchResult, 'score' | 'titleRanges' | 'snippet' | 'exact'> {
  id: PaperId;
}

export interface SearchPage extends QuerySuggestions {
  total: number;
  results: Hit[];
  problems: QueryProblem[];
  pasted: PastedId | null;
}
