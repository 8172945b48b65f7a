/**
 * What the digest stored and the index has not taken yet, brought to both indexes. The queue lives
 * in the store: a worker killed at any line here goes on where it was when it wakes.
 */
import type { DigestStore, IndexChange, Queued } from '../digest/store.ts';
import type { IndexedPaper } from '../index/related-index.ts';
import type { Paper, PaperId } from '../paper/paper.ts';

export interface Indexes {
  digest: Pick<DigestStore, 'toIndex' | 'indexed' | 'get'>;
  related: { update(change: { put: IndexedPaper[]; remove: PaperId[] }): Promise<void> };
  search: { change(change: { put: Paper[]; remove: PaperId[] }): Promise<void> };
}

/** A page of changes: large enough for one segment, small enough to be repeated after a kill. */
const changesAtOnce = 1_000;

/** A paper as the index reads it; Kindred's or Hugging Face's summary stands in for an abstract. */
export function indexedPaperOf(paper: Paper): IndexedPaper {
  return {
    id: paper.id,
    title: paper.title,
    abstract: paper.abstract || paper.summary?.text || '',
    keyTerms: paper.keyTerms,
    published: paper.published ?? paper.listedAt,
    upvotes: paper.upvotes,
    sources: paper.sources,
  };
}

/** Brings the oldest changes to the indexes; answers how many, 0 when there was nothing to do. */
export async function indexChanges(indexes: Indexes): Promise<number> {
  const queued = await indexes.digest.toIndex(changesAtOnce);
  if (queued.length === 0) return 0;
  const { put, remove } = lastOfEach(queued);
  const papers = await indexes.digest.get(put);
  const found = new Set(papers.map((paper) => paper.id));
  const gone = [...remove, ...put.filter((id) => !found.has(id))];
  await indexes.related.update({ put: papers.map(indexedPaperOf), remove: gone });
  await indexes.search.change({ put: papers, remove: gone });
  await indexes.digest.indexed(queued.map(({ place }) => place));
  return queued.length;
}

function lastOfEach(queued: Queued<IndexChange>[]): { put: PaperId[]; remove: PaperId[] } {
  const last = new Map(queued.map(({ id, change }) => [id, change]));
  const ids = (wanted: IndexChange['change']) =>
    [...last].flatMap(([id, change]) => (change === wanted ? id : []));
  return { put: ids('put'), remove: ids('removed') };
}
