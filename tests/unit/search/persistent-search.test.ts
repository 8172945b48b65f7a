import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryStorage } from '../../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../../lib/index/related-index.ts';
import type { Paper } from '../../../lib/paper/paper.ts';
import { PersistentSearch } from '../../../lib/search/persistent-search.ts';
import type { SearchPage } from '../../../lib/search/results/search-result.ts';
import { MemorySearchStore } from '../../../lib/search/search-store.ts';
import { digestOf, paper } from './papers.ts';

const papers: Paper[] = [
  paper('1', 'Diffusion models for images', 'Images from noise.', { authors: ['Ada Kaiming'] }),
  paper('2', 'Reading speech', 'Speech becomes text by diffusion.'),
];

const options = { offset: 0, limit: 10, sort: 'relevance' } as const;

let search: PersistentSearch;
let store: MemorySearchStore;
let later: (() => void)[];

beforeEach(async () => {
  const words = await openRelatedIndex(new MemoryStorage());
  await words.update({ put: papers, remove: [] });
  later = [];
  store = new MemorySearchStore(papers.map(({ id }) => id));
  vi.spyOn(store, 'read');
  search = new PersistentSearch({
    words,
    digest: digestOf(papers),
    store,
    later: (run) => {
      later.push(run);
    },
  });
});

const reads = () => vi.mocked(store.read).mock.calls.length;

const idsOf = ({ results }: SearchPage) => results.map(({ paper }) => paper.id).sort();

describe('a worker that has just started', () => {
  it('answers plain words before titles are loaded, and loads afterwards', async () => {
    const first = await search.search('diffus', options);
    expect([first.partial, reads()]).toEqual([true, 0]);
    expect(idsOf(first)).toEqual(papers.map(({ id }) => id).sort());
    expect(later).toHaveLength(1);
    later[0]?.();
    await search.matching('');
    const next = await search.search('diffusi', options);
    expect([next.partial, reads()]).toEqual([false, 1]);
    expect(idsOf(next)).toEqual(idsOf(first));
  });

  it.each(['kaiming', 'author:kaiming', 'diffusion year:2024', 'd'])(
    'waits for the titles that "%s" needs',
    async (query) => {
      expect((await search.search(query, options)).partial).toBe(false);
      expect(reads()).toBe(1);
    },
  );

  it('waits on request, and for other orders', async () => {
    expect((await search.search('diffusion', { ...options, sort: 'newest' })).partial).toBe(false);
    expect((await search.search('diffusion', { ...options, complete: true })).partial).toBe(false);
  });
});

describe('a long tail', () => {
  it('is compacted into the snapshot, from which the next worker answers the same', async () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      paper(`n${i}`, `Paper ${i}`, '', { authors: [`Writer${i % 7} Smith`] }),
    );
    const kept = new MemorySearchStore(many.map(({ id }) => id));
    const words = await openRelatedIndex(new MemoryStorage());
    const open = () =>
      new PersistentSearch({
        words,
        digest: digestOf(many),
        store: kept,
        later: (run) => run(),
      });
    const first = open();
    const before = await first.search('author:writer3', { ...options, limit: 100 });
    expect(before.total).toBe(71);
    await first.compact();
    expect(kept.tail).toEqual([]);
    expect(kept.snapshot).not.toBeNull();
    expect(await first.search('author:writer3', { ...options, limit: 100 })).toEqual(before);
    expect(await open().search('author:writer3', { ...options, limit: 100 })).toEqual(before);
  });
});

describe('a changed digest', () => {
  const changed = paper('1', 'Diffusion models for images', 'Images.', { upvotes: 9 });

  it('shows in partial answers too', async () => {
    const current = [...papers];
    const words = await openRelatedIndex(new MemoryStorage());
    await words.update({ put: papers, remove: [] });
    const cold = new PersistentSearch({
      words,
      digest: {
        get: async (ids) => current.filter(({ id }) => ids.includes(id)),
        async *batches() {},
      },
      store,
      later: () => undefined,
    });
    await cold.search('images', options);
    current[0] = changed;
    await cold.change({ put: [changed], remove: [] });
    const { results, partial } = await cold.search('images', options);
    expect([partial, results[0]?.paper.upvotes]).toEqual([true, 9]);
  });
});
