import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../../../lib/index/memory-storage.ts';
import type { RelatedFilters } from '../../../../lib/index/ranking/related-query.ts';
import { type IndexedPaper, openRelatedIndex } from '../../../../lib/index/related-index.ts';
import { asQuery, paper } from '../papers.ts';

const text = 'visual tokens predicted scale by scale';
const of = (id: string, more: Partial<IndexedPaper>): IndexedPaper => ({
  ...paper(id, 'Image generation', text),
  sources: ['daily-papers'],
  ...more,
});

const papers: IndexedPaper[] = [
  of('a', { abstract: `${text} ${text}`, published: '2024-01-01', upvotes: 5 }),
  of('b', { published: '2025-06-01', upvotes: 70_000 }),
  of('c', { title: 'Visual generation', published: null, upvotes: null, sources: ['arxiv'] }),
  of('d', { abstract: `${text} of all`, published: '2025-01-01', upvotes: 0, sources: ['file'] }),
];

async function found(conditions: RelatedFilters, limit = 50): Promise<string> {
  const index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: papers.slice(0, 2), remove: [] });
  await index.update({ put: papers.slice(2), remove: [] });
  const query = { ...asQuery(paper('q', 'Visual tokens', text), { limit }), ...conditions };
  return (await index.related(query)).map(({ id }) => id).join('');
}

describe('filters of related papers', () => {
  it.each<[RelatedFilters, string]>([
    [{ sort: 'newest' }, 'bdac'],
    [{ sort: 'upvotes' }, 'badc'],
    [{ sort: 'newest', publishedFrom: '2025-01-01' }, 'bd'],
    [{ sort: 'newest', publishedBefore: '2025-06-01' }, 'da'],
    [{ sort: 'newest', minUpvotes: 0 }, 'bda'],
    [{ sort: 'newest', minUpvotes: 6 }, 'b'],
    [{ sort: 'newest', sources: ['file', 'arxiv'] }, 'dc'],
    [{ sort: 'newest', sources: null, publishedFrom: null, minUpvotes: null }, 'bdac'],
  ])('%j', async (conditions, expected) => {
    expect(await found(conditions)).toBe(expected);
  });

  it('sorts before it applies the limit', async () => {
    expect(await found({ sort: 'upvotes' }, 1)).toBe('b');
  });

  it('ranks papers outside Daily Papers below those of similar score when they are demoted', async () => {
    const place = async (conditions: RelatedFilters) => (await found(conditions)).split('');
    const mixed = await place({});
    expect(mixed.indexOf('c')).toBeLessThan(mixed.indexOf('b'));
    const apart = await place({ demoteOtherSources: true });
    expect(apart.indexOf('c')).toBeGreaterThan(apart.indexOf('b'));
  });
});
