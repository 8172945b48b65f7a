import type { DigestStatus } from '../../digest/status.ts';
import type { MarkedPaper } from '../../marks/marks.ts';
import type { SearchPage, SearchResult } from '../../search/results/search-result.ts';

/** One page of results with the user's marks. */
export interface SearchAnswer extends SearchPage {
  query: string;
  results: (SearchResult & MarkedPaper)[];
  status: DigestStatus;
}
