import { describe, expect, it } from 'vitest';
import type {
  ComparedDocument,
  PairwiseSimilarity,
} from '../../../lib/index/ranking/pairwise-similarity.ts';
import { paperGroups } from '../../../lib/map/groups.ts';

const about = (title: string): ComparedDocument => ({ title, abstract: '', keyTerms: [] });
const documents = [
  about('A Survey'),
  about('Policy Distillation'),
  about('Distillation of Diffusion'),
  about('Fast Distillation'),
  about('World Models'),
  about('A World Model of Games'),
  about('World Models for Robots'),
  about('Something Else'),
];
const groupOf = [0, 1, 1, 1, 2, 2, 2, 3];

/** Papers of one group are similar, others hardly. */
const likeness = (close: number): PairwiseSimilarity => {
  const shares = groupOf.map((a, x) =>
    groupOf.map((b, y) => (x === y ? 0 : x * y === 0 || a === b ? close : 0.1)),
  );
  return { shares, related: shares.map((row) => row.map((share) => share > 0)) };
};

describe('the groups of a map', () => {
  it('are papers more similar to one another than to the rest, with their shared terms', () => {
    expect(paperGroups(likeness(0.5), documents)).toEqual([
      { papers: [1, 2, 3], terms: ['distillation'] },
      { papers: [4, 5, 6], terms: ['world models'] },
    ]);
  });

  it('do not exist where all are alike, and have at least three papers', () => {
    expect(paperGroups(likeness(0.1), documents)).toEqual([]);
    expect(paperGroups({ shares: [[0]], related: [[false]] }, [about('Alone')])).toEqual([]);
    const few = [0, 2, 3].map((place) => likeness(0.5).shares[place] ?? []);
    expect(
      paperGroups(
        { shares: few.map((row) => row.slice(0, 3)), related: [] },
        documents.slice(0, 3),
      ),
    ).toEqual([]);
  });

  it('are dropped without a term of most of their papers', () => {
    const nameless = documents.map(({ title }, place) =>
      about(place > 3 ? title : `Paper ${place}`),
    );
    expect(paperGroups(likeness(0.5), nameless).map(({ papers }) => papers)).toEqual([[4, 5, 6]]);
  });
});
