import type { DigestStatus } from '../../digest/status.ts';
import type { DigestStore } from '../../digest/store.ts';
import type { Marks } from '../../marks/marks.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { PersistentSearch } from '../../search/persistent-search.ts';
import type { SearchOrder } from '../../search/results/order.ts';
import type { SearchAnswer } from './search-answer.ts';

export interface SearchRequest {
  query: string;
  offset: number;
  limit: number;
  sort: SearchOrder;
  /** Wait for titles and names that are not loaded yet, instead of a `partial` answer. */
  whole?: boolean | undefined;
}

export interface SearchSources {
  search: Pick<PersistentSearch, 'find'>;
  digest: Pick<DigestStore, 'get'>;
  marks(ids: PaperId[]): Promise<Map<PaperId, Marks>>;
  status(): Promise<DigestStatus>;
}

/** One page of results with the papers and the user's marks. */
export async function searchAnswer(
  request: SearchRequest,
  sources: SearchSources,
): Promise<SearchAnswer> {
  const { query, offset, limit, sort, whole = false } = request;
  const [page, status] = await Promise.all([
    sources.search.find(query, { offset, limit, sort, whole }),
    sources.status(),
  ]);
  const ids = page.results.map(({ id }) => id);
  const [papers, marks] = await Promise.all([sources.digest.get(ids), sources.marks(ids)]);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return {
    query,
    total: page.total,
    results: page.results.flatMap(({ id, ...hit }) => {
      const paper = byId.get(id);
      const known = marks.get(id) ?? { read: false, saved: false };
      return paper === undefined ? [] : [{ paper, marks: known, ...hit }];
    }),
    pasted: page.pasted,
    problems: page.problems,
    partial: page.partial,
    completions: page.completions,
    meant: page.meant,
    status,
  };
}
