import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PairwiseSimilarity } from '../../../lib/index/ranking/pairwise-similarity.ts';
import { strongestEdges } from '../../../lib/map/edges.ts';

/** A similarity from the upper half of its table. */
function likenessOf(count: number, shares: (a: number, b: number) => number): PairwiseSimilarity {
  const table = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_, b) => (a === b ? 0 : shares(Math.min(a, b), Math.max(a, b)))),
  );
  return { shares: table, related: table.map((row) => row.map((share) => share > 0.1)) };
}

const anyLikeness = fc.integer({ min: 1, max: 31 }).chain((count) =>
  fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: count * count,
      maxLength: count * count,
    })
    .map((numbers) => likenessOf(count, (a, b) => numbers[a * count + b] as number)),
);

describe('the links of a map', () => {
  it('connect only related papers, never one with itself, each pair once', () => {
    fc.assert(
      fc.property(anyLikeness, (likeness) => {
        const edges = strongestEdges(likeness);
        const pairs = edges.map(({ a, b }) => `${a} ${b}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const { a, b, weight } of edges) {
          expect(a).toBeLessThan(b);
          expect(likeness.related[a]?.[b]).toBe(true);
          expect(weight).toBe(likeness.shares[a]?.[b]);
        }
      }),
    );
  });

  it('are few, and reach every paper that is related to another', () => {
    fc.assert(
      fc.property(anyLikeness, (likeness) => {
        const edges = strongestEdges(likeness);
        const count = likeness.shares.length;
        expect(edges.length).toBeLessThanOrEqual(count - 1 + (3 * count) / 2);
        likeness.related.forEach((row, place) => {
          const joined = edges.some(({ a, b }) => a === place || b === place);
          expect(joined).toBe(row.some(Boolean));
        });
      }),
    );
  });

  it('are deterministic, the strongest first', () => {
    fc.assert(
      fc.property(anyLikeness, (likeness) => {
        const edges = strongestEdges(likeness);
        expect(strongestEdges(likeness)).toEqual(edges);
        expect(edges.map(({ weight }) => weight)).toEqual(
          edges.map(({ weight }) => weight).sort((x, y) => y - x),
        );
      }),
    );
  });

  it('lead from every paper to the center when all are related to it', () => {
    const likeness = likenessOf(31, (a, b) => (a === 0 ? 0.2 : ((a * 7 + b * 13) % 10) / 12));
    const reached = new Set([0]);
    for (let turn = 0; turn < 31; turn++) {
      for (const { a, b } of strongestEdges(likeness)) {
        if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
      }
    }
    expect(reached.size).toBe(31);
  });
});
