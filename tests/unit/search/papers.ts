import { emptyClaim } from '../../../lib/digest/merge.ts';
import type { Paper, PaperId } from '../../../lib/paper/paper.ts';
import type { WordIndex } from '../../../lib/search/matching/word-index.ts';
import { PersistentSearch } from '../../../lib/search/persistent-search.ts';
import { MemorySearchStore } from '../../../lib/search/search-store.ts';
import { memoryWords } from './memory-words.ts';

/** A paper without any other fields. */
export function paper(id: string, title: string, abstract = '', more: Partial<Paper> = {}): Paper {
  return {
    id: `arxiv:${id}`,
    ...emptyClaim,
    arxivId: id,
    title,
    abstract,
    sources: ['daily-papers'],
    ...more,
  };
}

/** Search over these papers, with its own word index by default. */
export function searchOver(
  papers: readonly Paper[],
  words: WordIndex = memoryWords(papers),
): PersistentSearch {
  return new PersistentSearch({
    words,
    digest: digestOf(papers),
    store: new MemorySearchStore(papers.map(({ id }) => id)),
    later: (run) => run(),
  });
}

/** What search reads of a digest of these papers. */
export function digestOf(papers: readonly Paper[]) {
  const byId = new Map(papers.map((one) => [one.id, one]));
  return {
    get: async (ids: readonly PaperId[]) => ids.flatMap((id) => byId.get(id) ?? []),
    async *batches() {
      yield [...papers];
    },
  };
}
