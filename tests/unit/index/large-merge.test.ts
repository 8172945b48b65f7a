import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../../lib/index/memory-storage.ts';
import { type IndexedPaper, openRelatedIndex } from '../../../lib/index/related-index.ts';
import { asQuery, paper } from './papers.ts';

/** Papers of invented words, with postings and words of many leaves. */
function manyPapers(count: number): IndexedPaper[] {
  let state = 7;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  // Many rare words, few frequent ones; letters only, so that stems differ.
  const word = () =>
    `x${Math.floor(9_000 ** (random(1_000) / 1_000) * 7)
      .toString(26)
      .replaceAll(/\d/g, 'q')}z`;
  return Array.from({ length: count }, (_, i) =>
    paper(
      `p${i}`,
      Array.from({ length: 6 }, word).join(' '),
      Array.from({ length: 60 }, word).join(' '),
    ),
  );
}

describe('merging many leaves', () => {
  it('step by step, with restarts and changes in between, equals a fresh index', async () => {
    const papers = manyPapers(2_400);
    const storage = new MemoryStorage();
    let index = await openRelatedIndex(storage);
    for (let i = 0; i < 4; i++) {
      await index.update({ put: papers.slice(i * 600, (i + 1) * 600), remove: [] });
    }
    const live = new Map(papers.map((one) => [one.id, one]));
    let steps = 0;
    // Every change adds a segment to merge, so merging cannot end before the changes do.
    while (await index.mergeStep()) {
      steps++;
      index = await openRelatedIndex(storage);
      if (steps > 8) continue;
      const removed = `p${steps * 37}`;
      const replaced = paper(`p${steps * 41 + 1}`, 'xaz xbz xcz', 'xdz');
      await index.update({ put: [replaced], remove: [removed] });
      live.delete(removed);
      live.set(replaced.id, replaced);
    }
    expect(steps).toBeGreaterThan(8);
    const fresh = await openRelatedIndex(new MemoryStorage());
    await fresh.update({ put: [...live.values()], remove: [] });
    expect(index.paperCount).toBe(live.size);
    expect((await index.ids()).sort()).toEqual([...live.keys()].sort());
    for (const query of papers.slice(0, 40)) {
      expect(await index.related(asQuery(query))).toEqual(await fresh.related(asQuery(query)));
    }
    expect([...storage.records.keys()].some((key) => key.includes('map-'))).toBe(false);
  });
});
