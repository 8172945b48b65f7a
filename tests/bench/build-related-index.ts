import type { IndexedPaper } from '../../lib/index/indexed-paper.ts';
import { MemoryStorage } from '../../lib/index/memory-storage.ts';
import { openRelatedIndex, type RelatedIndex } from '../../lib/index/related-index.ts';

/** Papers per update, so that large digests are indexed in segments as an import would. */
const batchSize = 4_096;

/** An index over these papers, fully merged. */
export async function buildRelatedIndex(
  papers: readonly IndexedPaper[],
  storage = new MemoryStorage(),
): Promise<RelatedIndex> {
  const index = await openRelatedIndex(storage);
  for (let i = 0; i < papers.length; i += batchSize) {
    await index.update({ put: papers.slice(i, i + batchSize), remove: [] });
  }
  while (await index.mergeStep());
  return index;
}
