import type { DigestStatus } from '../../digest/status.ts';
import { type Marks, noMarks } from '../../marks/marks.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { PersistentSearch } from '../../search/persistent-search.ts';
import type { SearchOptions } from '../../search/results/search-result.ts';
import type { SearchAnswer } from './search-answer.ts';

interface SearchRequest extends SearchOptions {
  query: string;
  /** Waits for titles and names that are not loaded yet, instead of a `partial` answer. */
  complete?: boolean | undefined;
}

interface SearchSources {
  search: Pick<PersistentSearch, 'search'>;
  marks(ids: PaperId[]): Promise<Map<PaperId, Marks>>;
  status(): Promise<DigestStatus>;
}

export async function searchAnswer(
  { query, ...options }: SearchRequest,
  { search, marks, status }: SearchSources,
): Promise<SearchAnswer> {
  const [page, digestStatus] = await Promise.all([search.search(query, options), status()]);
  const known = await marks(page.results.map(({ paper }) => paper.id));
  const results = page.results.map((result) => ({
    ...result,
    marks: known.get(result.paper.id) ?? noMarks,
  }));
  return { ...page, query, results, status: digestStatus };
}
