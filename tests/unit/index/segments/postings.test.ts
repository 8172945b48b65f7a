import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  frequenciesIn,
  postingEntries,
  readPostings,
} from '../../../../lib/index/segments/postings.ts';

/** Gaps between documents, some wider than one entry can hold. */
const gap = fc.oneof(
  { weight: 40, arbitrary: fc.nat(3) },
  { weight: 1, arbitrary: fc.nat(30_000) },
);
const postings = fc.array(fc.record({ gap, frequency: fc.integer({ min: 1, max: 15 }) }), {
  maxLength: 600,
  size: 'max',
});

it('returns the same frequencies of few or many documents as reading the whole list', () => {
  fc.assert(
    fc.property(
      postings,
      fc.array(fc.nat(1_500), { maxLength: 12 }),
      fc.nat(40),
      (all, some, end) => {
        let next = 0;
        const packed = all.map(({ gap, frequency }) => {
          const doc = next + gap;
          next = doc + 1;
          return doc * 16 + frequency;
        });
        const list = { entries: postingEntries(Uint32Array.from(packed)), count: packed.length };
        const held = new Map<number, number>();
        readPostings(list, (doc, frequency) => held.set(doc, frequency));
        const size = next + end;
        const wanted = [
          ...new Set([...some, ...packed.slice(-2).map((one) => one >>> 4), size - 1]),
        ]
          .filter((doc) => doc >= 0 && doc < size)
          .sort((a, b) => a - b);
        // In a segment much larger than the list, no frequency table is made.
        for (const docs of [size, size * 16]) {
          const found = [...frequenciesIn({ ...list }, wanted, docs)];
          expect(found).toEqual(wanted.map((doc) => held.get(doc) ?? 0));
        }
      },
    ),
    // Shrinking such lists takes minutes and helps little.
    { endOnFailure: true },
  );
});
