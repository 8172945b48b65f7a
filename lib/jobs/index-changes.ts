/**
 * Brings what the digest stored into the related index and the search index. The queue is stored: a
 * background killed at any line continues where it was.
 */
import type { DigestStore, IndexChange, Queued } from '../digest/store.ts';
import type { IndexedPaper } from '../index/related-index.ts';
import type { Paper, PaperId } from '../paper/paper.ts';

export interface IndexSources {
  digest: Pick<DigestStore, 'indexQueue' | 'ackIndexQueue' | 'get'>;
  index(): Promise<{ update(change: { put: IndexedPaper[]; remove: PaperId[] }): Promise<void> }>;
  search: { change(change: { put: Paper[]; remove: PaperId[] }): Promise<void> };
}

/** Large enough for one segment, small enough to be repeated after a kill. */
const batchSize = 1_000;

/** A paper as the index takes it; without an abstract its summary is indexed instead. */
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

/** Indexes the oldest changes of the queue. Returns their number; 0 when the queue is empty. */
export async function indexChanges({ digest, index, search }: IndexSources): Promise<number> {
  const queued = await digest.indexQueue(batchSize);
  if (queued.length === 0) return 0;
  const { put, remove } = lastChanges(queued);
  const papers = await digest.get(put);
  const found = new Set(papers.map((paper) => paper.id));
  const removed = [...remove, ...put.filter((id) => !found.has(id))];
  await (await index()).update({ put: papers.map(indexedPaperOf), remove: removed });
  await search.change({ put: papers, remove: removed });
  await digest.ackIndexQueue(queued.map(({ key }) => key));
  return queued.length;
}

/** Ids by their last change. */
function lastChanges(queued: Queued<IndexChange>[]): { put: PaperId[]; remove: PaperId[] } {
  const last = new Map(queued.map(({ id, change }) => [id, change]));
  const ids = (wanted: IndexChange['change']) =>
    [...last].flatMap(([id, change]) => (change === wanted ? id : []));
  return { put: ids('put'), remove: ids('removed') };
}
