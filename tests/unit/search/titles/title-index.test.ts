import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../../lib/paper/paper.ts';
import { TitleIndex } from '../../../../lib/search/titles/title-index.ts';
import { paper } from '../papers.ts';

const words = ['ada', 'adam', 'Émile', 'diffusion', 'difusion', 'models', '字典', '𝒜bc', 'a'];
const anyPaper = fc
  .record({
    id: fc.constantFrom('arxiv:1', 'arxiv:2', 'doi:10.1/x', 'title:t', '𝒜', 'arxiv:3'),
    title: fc.array(fc.constantFrom(...words), { maxLength: 3 }),
    author: fc.constantFrom(...words),
    published: fc.constantFrom(null, '1958-12-01', '2024-02-29', '0099-01-01'),
    upvotes: fc.option(fc.nat(5_000_000_000 >> 1)),
    sources: fc.subarray<Paper['sources'][number]>(['daily-papers', 'arxiv', 'file', 'starter']),
    doi: fc.constantFrom(null, '10.1/x', '10.1/y'),
  })
  .map(({ id, title, author, published, upvotes, sources, doi }) => ({
    ...paper(id, title.join(' '), '', { authors: [author] }),
    published,
    upvotes,
    sources,
    doi: id.startsWith('doi:') ? '10.1/x' : id === 'arxiv:3' ? doi : null,
  }));
const anyChange = fc.oneof(
  { weight: 4, arbitrary: anyPaper },
  { weight: 1, arbitrary: fc.constantFrom('arxiv:1', 'arxiv:2', '𝒜') },
  { weight: 1, arbitrary: fc.constant(null) },
);

describe('the title index', () => {
  it('has the same contents however often it is stored between changes', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 25 }), (changes) => {
        const index = new TitleIndex();
        const papers = new Map<string, Paper>();
        for (const change of changes) {
          if (change === null) expect(index.load(index.snapshot())).toBe(true);
          else if (typeof change === 'string') {
            index.remove([change]);
            papers.delete(change);
          } else {
            index.add([change]);
            papers.set(change.id, change);
          }
        }
        const fresh = new TitleIndex();
        fresh.add([...papers.values()]);
        expect(seenIn(index)).toEqual(seenIn(fresh));
      }),
      { numRuns: 300 },
    );
  });
});

/** Everything an index returns. */
function seenIn(index: TitleIndex) {
  const ids = [...index.ids()].sort();
  const how = { prefix: true, edits: 2, fields: ['title', 'authors'] } as const;
  return {
    size: index.size,
    facts: ids.map((id) => {
      const { day, upvotes, sources } = index.facts(id) ?? {};
      return { id, day, upvotes, sources: [...(sources ?? [])].sort() };
    }),
    known: ['1', '2', '3'].map((arxivId) => index.find({ arxivId, doi: null })),
    completed: words.map((word) => [...index.wordsWithPrefix(word, ['title'])].sort()),
    byDoi: index.find({ arxivId: null, doi: '10.1/y' }),
    matches: words.map((word) => index.match(word, how).sort((a, b) => (a.id < b.id ? -1 : 1))),
  };
}
