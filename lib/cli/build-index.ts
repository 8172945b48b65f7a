/** The index of a digest file, in memory, as the commands use it. */
import { MemoryStorage } from '../index/memory-storage.ts';
import { type IndexedPaper, openRelatedIndex, type RelatedIndex } from '../index/related-index.ts';
import { type InputPaper, readPapers } from './read-papers.ts';

/** Papers put at a time: few enough that texts of large digests are not all in memory at once. */
const batchSize = 4_096;

/** An input paper as the index takes it; key terms are read where the file has them. */
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

/** Reads and indexes a whole file. Throws `InputError`. */
export async function buildIndex(path: string): Promise<RelatedIndex> {
  const index = await openRelatedIndex(new MemoryStorage());
  let batch: IndexedPaper[] = [];
  const flush = async () => {
    await index.update({ put: batch, remove: [] });
    batch = [];
  };
  for await (const paper of readPapers(path)) {
    batch.push(indexedPaper(paper));
    if (batch.length === batchSize) await flush();
  }
  await flush();
  while (await index.mergeStep());
  return index;
}
