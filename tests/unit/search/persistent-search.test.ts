import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../../lib/index/related-index.ts';
import type { Paper } from '../../../lib/paper/paper.ts';
import { PersistentSearch, type SearchStore } from '../../../lib/search/persistent-search.ts';
import { Search } from '../../../lib/search/search.ts';
import { paper } from './papers.ts';

const papers: Paper[] = [
  paper('1', 'Diffusion models for images', 'Images from noise.', { authors: ['Ada Kaiming'] }),
  paper('2', 'Reading speech', 'Speech becomes text by diffusion.'),
];

const asked = { offset: 0, limit: 10, sort: 'relevance', whole: false } as const;

let kept: PersistentSearch;
let reads: number;
let later: (() => void)[];

beforeEach(async () => {
  const words = await openRelatedIndex(new MemoryStorage());
  await words.update({ put: papers, remove: [] });
  reads = 0;
  later = [];
  const store: SearchStore = {
    async read() {
      reads++;
      return { snapshot: null, tail: papers.map(({ id }) => id) };
    },
    async addToTail() {},
    async replaceSnapshot() {},
  };
  const get = async (ids: readonly string[]) => papers.filter(({ id }) => ids.includes(id));
  const digest = { get, async *batches() {} };
  kept = new PersistentSearch(new Search({ papers: { get }, words }), store, digest, (run) => {
    later.push(run);
  });
});

const idsOf = ({ results }: { results: { id: string }[] }) => results.map(({ id }) => id).sort();

describe('a search just woken', () => {
  it('answers plain words before anything is loaded, and loads behind', async () => {
    const first = await kept.find('diffus', asked);
    expect([first.partial, reads]).toEqual([true, 0]);
    expect(idsOf(first)).toEqual(papers.map(({ id }) => id).sort());
    expect(later).toHaveLength(1);
    later[0]?.();
    await kept.loaded();
    const next = await kept.find('diffusi', asked);
    expect([next.partial, reads]).toEqual([false, 1]);
    expect(idsOf(next)).toEqual(idsOf(first));
  });

  it.each(['kaiming', 'author:kaiming', 'diffusion year:2024', 'd'])(
    'waits for what "%s" needs',
    async (query) => {
      expect((await kept.find(query, asked)).partial).toBe(false);
      expect(reads).toBe(1);
    },
  );

  it('waits where it is asked to, and for other orders', async () => {
    expect((await kept.find('diffusion', { ...asked, sort: 'newest' })).partial).toBe(false);
    expect((await kept.find('diffusion', { ...asked, whole: true })).partial).toBe(false);
  });
});

describe('a long tail', () => {
  it('is folded into the snapshot, from which the next worker answers the same', async () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      paper(`n${i}`, `Paper ${i}`, '', { authors: [`Writer${i % 7} Smith`] }),
    );
    const stored: { snapshot: Uint8Array | null; tail: string[] } = {
      snapshot: null,
      tail: many.map(({ id }) => id),
    };
    const store: SearchStore = {
      read: async () => ({ ...stored }),
      async addToTail(ids) {
        stored.tail.push(...ids);
      },
      async replaceSnapshot(snapshot) {
        stored.snapshot = snapshot;
        stored.tail = [];
      },
    };
    const get = async (ids: readonly string[]) => many.filter(({ id }) => ids.includes(id));
    const words = await openRelatedIndex(new MemoryStorage());
    const open = () =>
      new PersistentSearch(
        new Search({ papers: { get }, words }),
        store,
        { get, async *batches() {} },
        (run) => run(),
      );
    const first = open();
    const before = await first.find('author:writer3', { ...asked, limit: 100 });
    expect(before.total).toBe(71);
    await first.fold();
    expect(stored.tail).toEqual([]);
    expect(await first.find('author:writer3', { ...asked, limit: 100 })).toEqual(before);
    expect(await open().find('author:writer3', { ...asked, limit: 100 })).toEqual(before);
  });
});
