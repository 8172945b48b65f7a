import type { Paper } from '../../../lib/paper/paper.ts';
import { Search } from '../../../lib/search/search.ts';
import { memoryWords } from './memory-words.ts';

/** A paper with nothing known but what is said. */
export function paper(id: string, title: string, abstract = '', more: Partial<Paper> = {}): Paper {
  return {
    id: `arxiv:${id}`,
    arxivId: id,
    doi: null,
    title,
    abstract,
    summary: null,
    keyTerms: [],
    authors: [],
    authorCount: null,
    published: null,
    listedAt: null,
    upvotes: null,
    comments: null,
    codeUrl: null,
    projectUrl: null,
    withdrawn: false,
    sources: ['daily-papers'],
    ...more,
  };
}

/** Search over these papers, loaded at once. */
export function searchOver(papers: readonly Paper[]): Search {
  const byId = new Map(papers.map((one) => [one.id, one]));
  const search = new Search({
    papers: { get: async (ids) => ids.flatMap((id) => byId.get(id) ?? []) },
    words: memoryWords(papers),
  });
  search.load(null, papers);
  return search;
}
