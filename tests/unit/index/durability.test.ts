import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexStorage } from '../../../lib/index/index-storage.ts';
import { MemoryStorage } from '../../../lib/index/memory-storage.ts';
import {
  type IndexedPaper,
  openRelatedIndex,
  type RelatedIndex,
} from '../../../lib/index/related-index.ts';
import { encodeText } from '../../../lib/index/segments/bytes.ts';
import { anyPaper, asQuery } from './papers.ts';

type Step = { put: IndexedPaper[]; remove: string[] } | 'merge' | 'reopen';

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    put: fc.array(anyPaper, { maxLength: 4 }),
    remove: fc.array(
      anyPaper.map(({ id }) => id),
      { maxLength: 2 },
    ),
  }),
  fc.constant<Step>('merge'),
  fc.constant<Step>('reopen'),
);

function follow(papers: Map<string, IndexedPaper>, step: Step): void {
  if (typeof step === 'string') return;
  for (const id of step.remove) papers.delete(id);
  for (const paper of step.put) papers.set(paper.id, paper);
}

async function fresh(papers: Map<string, IndexedPaper>): Promise<RelatedIndex> {
  const index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: [...papers.values()], remove: [] });
  return index;
}

const words = ['image', 'transformer', 'protein', 'the'];

/** All answers of an index about exact words and related papers. */
async function answersOf(index: RelatedIndex, queries: IndexedPaper[]) {
  const related = [];
  for (const query of queries) related.push(await index.related(asQuery(query)));
  const matches = [];
  for (const word of words) {
    const found = await index.match(word, { prefix: false, edits: 0 });
    matches.push(found.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  return { papers: index.paperCount, ids: (await index.ids()).sort(), related, matches };
}

describe('segments', () => {
  it('answer like a fresh index after any updates, removals, replacements, merges and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { maxLength: 25 }),
        fc.array(anyPaper, { minLength: 1, maxLength: 3 }),
        async (steps, queries) => {
          const storage = new MemoryStorage();
          const papers = new Map<string, IndexedPaper>();
          let index = await openRelatedIndex(storage);
          for (const step of steps) {
            follow(papers, step);
            if (step === 'merge') await index.mergeStep();
            else if (step === 'reopen') index = await openRelatedIndex(storage);
            else await index.update(step);
          }
          const expected = await answersOf(await fresh(papers), queries);
          expect(await answersOf(index, queries)).toEqual(expected);
          expect(await answersOf(await openRelatedIndex(storage), queries)).toEqual(expected);
          while (await index.mergeStep());
          expect(await answersOf(index, queries)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leave no record behind that no manifest names', async () => {
    const storage = new MemoryStorage();
    const index = await openRelatedIndex(storage);
    const papers = fc.sample(anyPaper, { numRuns: 40, seed: 1 });
    for (const paper of papers) await index.update({ put: [paper], remove: [] });
    while (await index.mergeStep());
    await index.update({ put: [], remove: await index.ids() });
    expect(index.paperCount).toBe(0);
    expect([...storage.records.keys()]).toEqual(['manifest']);
  });

  it('have the same bytes for the same papers in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyPaper, { selector: ({ id }) => id, maxLength: 12 }),
        async (papers) => {
          const bytes = async (put: IndexedPaper[]) => {
            const storage = new MemoryStorage();
            await (await openRelatedIndex(storage)).update({ put, remove: [] });
            return [...storage.records].sort(([a], [b]) => (a < b ? -1 : 1));
          };
          expect(await bytes(papers.toReversed())).toEqual(await bytes(papers));
        },
      ),
    );
  });
});

/** A storage whose worker is killed at one write: neither this nor a later write happens. */
class DyingStorage implements IndexStorage {
  readonly inner = new MemoryStorage();
  writesLeft: number;

  constructor(writesLeft: number) {
    this.writesLeft = writesLeft;
  }

  read(keys: string[]) {
    return this.inner.read(keys);
  }

  async write(put: [string, Uint8Array][], remove: string[]) {
    if (this.writesLeft-- <= 0) throw new Error('killed');
    await this.inner.write(put, remove);
  }

  clear() {
    return this.inner.clear();
  }
}

describe('a crash', () => {
  const papers = fc.sample(anyPaper, { numRuns: 60, seed: 7 });
  const steps: Step[] = papers.flatMap((paper, i): Step[] => [
    { put: [paper], remove: i % 5 === 0 ? [papers[i - 3]?.id ?? ''] : [] },
    'merge',
  ]);

  it('at any write leaves the index as before that write, and work continues from there', async () => {
    const queries = papers.slice(0, 2);
    for (let writes = 0; writes < 130; writes += 1) {
      const storage = new DyingStorage(writes);
      const before = new Map<string, IndexedPaper>();
      let index = await openRelatedIndex(storage);
      let died = false;
      for (const step of steps) {
        try {
          if (step === 'merge') await index.mergeStep();
          else if (step !== 'reopen') await index.update(step);
        } catch {
          died = true;
          break;
        }
        follow(before, step);
      }
      const expected = await answersOf(await fresh(before), queries);
      expect(await answersOf(index, queries)).toEqual(expected);
      index = await openRelatedIndex(storage);
      expect(await answersOf(index, queries)).toEqual(expected);
      storage.writesLeft = Number.POSITIVE_INFINITY;
      while (await index.mergeStep());
      expect(await answersOf(index, queries)).toEqual(expected);
      if (!died) break;
    }
  });

  it('of one write does not affect later ones', async () => {
    const storage = new DyingStorage(0);
    const index = await openRelatedIndex(storage);
    const put = papers.slice(0, 3);
    await expect(index.update({ put, remove: [] })).rejects.toThrow('killed');
    storage.writesLeft = 1;
    await index.update({ put, remove: [] });
    expect(index.paperCount).toBe(new Set(put.map(({ id }) => id)).size);
  });
});

describe('an index of another version', () => {
  it.each(['{"version":0,"segments":[]}', 'not json', '[]'])('is cleared: %s', async (manifest) => {
    const storage = new MemoryStorage();
    await storage.write(
      [
        ['manifest', encodeText(manifest)],
        ['1/docs', new Uint8Array(3)],
      ],
      [],
    );
    const index = await openRelatedIndex(storage);
    expect(index.paperCount).toBe(0);
    expect(storage.records.size).toBe(0);
  });
});
