/** Builds the index of a digest file in memory. */
import { MemoryStorage } from '../index/memory-storage.ts';
import { type IndexedPaper, openRelatedIndex, type RelatedIndex } from '../index/related-index.ts';
import { type InputPaper, readPapers } from './read-papers.ts';

/** Papers per update: the texts of a large digest are never all in memory. */
const batchSize = 4_096;

/** An input paper as the index takes it. */
export function indexedPaper({ id, title, abstract, fields }: InputPaper): IndexedPaper {
  const keyTerms = fields.keyTerms ?? fields.ai_keywords;
  const published = fields.published;
  return {
    id,
    title,
    abstract,
    keyTerms: Array.isArray(keyTerms)
      ? keyTerms.filter((term): term is string => typeof term === 'string')
      : [],
    published: typeof published === 'string' ? published.slice(0, 10) : null,
  };
}

/**
 * Reads and indexes a whole file; calls `onPaper` with each paper.
 *
 * @throws {InputError} with the line's number
 */
export async function buildIndex(
  path: string,
  onPaper: (paper: InputPaper) => void = () => {},
): Promise<RelatedIndex> {
  const index = await openRelatedIndex(new MemoryStorage());
  let batch: IndexedPaper[] = [];
  const flush = async () => {
    await index.update({ put: batch, remove: [] });
    batch = [];
  };
  for await (const paper of readPapers(path)) {
    onPaper(paper);
    batch.push(indexedPaper(paper));
    if (batch.length === batchSize) await flush();
  }
  await flush();
  while (await index.mergeStep());
  return index;
}
