import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../../../lib/index/memory-storage.ts';
import { forEachFuzzyTerm } from '../../../../lib/index/ranking/fuzzy-terms.ts';
import { openRelatedIndex } from '../../../../lib/index/related-index.ts';
import { inCodePointOrder } from '../../../../lib/index/segments/bytes.ts';
import { StringTable, StringTableWriter } from '../../../../lib/index/segments/string-table.ts';
import { paper } from '../papers.ts';

/** The optimal string alignment distance, or without swaps Levenshtein's, by the full table. */
function distance(a: string[], b: string[], swaps: boolean): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (swaps && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(i - 2, j - 2) + 1);
      }
      (rows[i] ?? [])[j] = least;
    }
  }
  return at(a.length, b.length);
}

const anyWord = fc.string({
  unit: fc.constantFrom('a', 'b', 'é', '字', '𝒜'),
  minLength: 1,
  maxLength: 7,
});

function tableOf(words: string[]): StringTable {
  const writer = new StringTableWriter();
  words.forEach((word, number) => {
    writer.add(word, [number]);
  });
  return new StringTable(writer.toBytes(), 1);
}

describe('forEachFuzzyTerm', () => {
  it('finds exactly the words within the allowed edits', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyWord, { maxLength: 40 }),
        anyWord,
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        (all, wanted, edits, swaps) => {
          const words = inCodePointOrder(all);
          const found: [string, number[]][] = [];
          forEachFuzzyTerm(tableOf(words), wanted, { edits, swaps }, (text, payload) =>
            found.push([text, payload]),
          );
          expect(found).toEqual(
            words.flatMap((word, number) =>
              distance([...word], [...wanted], swaps) <= edits ? [[word, [number]]] : [],
            ),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('match', () => {
  const papers = [
    paper('a', 'Transformers for images', 'A transformer reads images.'),
    paper('b', 'Transfer learning'),
    paper('c', 'A transfomer misspelt'),
    paper('d', 'Transforming heat', 'Nothing else.'),
  ];
  const found = async (word: string, how: { prefix: boolean; edits: 0 | 1 | 2 }) => {
    const index = await openRelatedIndex(new MemoryStorage());
    await index.update({ put: papers.slice(0, 2), remove: [] });
    await index.update({ put: papers.slice(2), remove: [] });
    const matches = await index.match(word, how);
    return matches.map(({ id, how: kind }) => `${id} ${kind}`).sort();
  };

  it.each<[word: string, prefix: boolean, edits: 0 | 1 | 2, expected: string[]]>([
    ['Transformer', false, 0, ['a exact', 'd exact']],
    ['transf', true, 0, ['a prefix', 'b prefix', 'c prefix', 'd prefix']],
    ['transformer', true, 1, ['a exact', 'c similar', 'd exact']],
    ['transforms', true, 0, ['a exact', 'd exact']],
    ['learn', true, 0, ['b exact']],
    ['learnin', true, 0, ['b prefix']],
    ['imagse', false, 1, ['a similar']],
    ['imagse', false, 0, []],
    ['the', false, 0, []],
    ['', true, 2, []],
    ['zebra', true, 1, []],
  ])('%s, prefix %s, edits %i', async (word, prefix, edits, expected) => {
    expect(await found(word, { prefix, edits })).toEqual(expected);
  });

  it('weights a paper higher that has more of the word', async () => {
    const index = await openRelatedIndex(new MemoryStorage());
    await index.update({ put: papers, remove: [] });
    const weights = new Map(
      (await index.match('transformer', { prefix: false, edits: 0 })).map(({ id, weight }) => [
        id,
        weight,
      ]),
    );
    expect(weights.get('a')).toBeGreaterThan(weights.get('d') ?? Number.POSITIVE_INFINITY);
  });
});
