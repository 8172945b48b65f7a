import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../../lib/index/related-index.ts';
import {
  similarityBy,
  strongestIn,
  trainExampleModel,
  trainingTerms,
  vectorOf,
} from '../../../lib/topics/example-model.ts';
import { paper } from '../search/papers.ts';

const papers = [
  paper('2603.00001', 'Sparse Mixture of Experts', 'Routing tokens to experts.'),
  paper('2603.00002', 'Experts that Route Themselves', 'Sparse routing of tokens.'),
  paper('2603.00003', 'Protein Folding', 'Structures of proteins from sequences.'),
  paper('2603.00004', 'Routing Packets in Networks', 'Packets find their way.'),
  paper('2603.00005', 'Tokens of Speech', 'Speech as tokens.'),
];
const [first, second, folding, packets] = papers as [
  (typeof papers)[0],
  (typeof papers)[0],
  (typeof papers)[0],
  (typeof papers)[0],
];

async function learned(from: Parameters<typeof trainExampleModel>[0]) {
  const index = await openRelatedIndex(new MemoryStorage());
  await index.update({ put: papers, remove: [] });
  const model = trainExampleModel(from, await index.termStatistics(trainingTerms(from)));
  return { index, model, score: similarityBy(model) };
}

describe('example models', () => {
  it('score by what they share with the examples, which score 100', async () => {
    const { score } = await learned({ examples: [first], not: [], struck: [] });
    expect(score(vectorOf(first))).toBeCloseTo(100);
    expect(score(vectorOf(second))).toBeGreaterThan(score(vectorOf(packets)));
    expect(score(vectorOf(folding))).toBe(0);
  });

  it('score negative examples lower', async () => {
    const before = await learned({ examples: [first], not: [], struck: [] });
    const after = await learned({ examples: [first], not: [packets], struck: [] });
    expect(after.score(vectorOf(packets))).toBeLessThan(before.score(vectorOf(packets)));
    expect(after.model.weights.at(-1)?.[1]).toBeLessThan(0);
    expect(after.model.weights.map(([, , word]) => word)).toContain('Packets');
  });

  it('ignore a struck word in all its forms', async () => {
    const { model, score } = await learned({ examples: [first], not: [], struck: ['routed'] });
    expect(model.weights.map(([, , word]) => word)).not.toContain('Routing');
    expect(score(vectorOf(packets))).toBe(0);
  });

  it('return the words with the highest weights', async () => {
    const { model } = await learned({ examples: [first, second], not: [], struck: [] });
    expect(strongestIn(model, vectorOf(second), 2)).toHaveLength(2);
    expect(strongestIn(model, vectorOf(folding), 2)).toEqual([]);
  });

  it('score the same by the index as paper by paper', async () => {
    const subset = fc.subarray(papers, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(subset, fc.subarray(papers), async (examples, not) => {
        const { index, model, score } = await learned({ examples, not, struck: [] });
        const scored = await index.scoreByWeights(
          model.weights.map(([term, weight]) => [term, weight]),
        );
        for (const one of papers) {
          expect(scored.get(one.id) ?? 0).toBeCloseTo(score(vectorOf(one)), 3);
        }
      }),
      { numRuns: 30 },
    );
  });
});
