import fc from 'fast-check';
import { emptyClaim } from '../../../lib/digest/merge.ts';
import type { Claim, DigestRecord, Source } from '../../../lib/paper/paper.ts';

/** A claim about the arXiv paper 2401.00001 with these fields. */
export function claim(given: Partial<Claim> = {}): Claim {
  return {
    source: 'daily-papers',
    seenAt: '2026-01-01T00:00:00.000Z',
    ...emptyClaim,
    arxivId: '2401.00001',
    title: 'Small Tests of Large Claims About Papers',
    ...given,
  };
}

const few = (...texts: string[]) => fc.constantFrom(...texts);

/** Claims about one paper at a few moments, with and without each field. */
export const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    source: few('daily-papers', 'arxiv', 'file', 'starter') as fc.Arbitrary<Source>,
    seenAt: few('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z'),
    doi: fc.option(few('10.1/a', '10.1/b')),
    title: few('', 'One Title', 'Another Title'),
    abstract: few('', 'First.', 'Second.'),
    summary: fc.option(fc.record({ text: few('a', 'b'), by: few('kindred', 'huggingface') })),
    keyTerms: fc.subarray(['x', 'y']),
    authors: fc.subarray(['A. A', 'B. B']),
    authorCount: fc.option(fc.integer({ min: 1, max: 3 })),
    published: fc.option(few('2025-12-01', '2025-12-02')),
    listedAt: fc.option(few('2026-01-01', '2026-01-02', '2026-01-03')),
    upvotes: fc.option(fc.integer({ min: 0, max: 3 })),
    withdrawn: fc.boolean(),
  })
  .map((given) => claim(given as Partial<Claim>));

export function recordFrom(one: Claim): DigestRecord {
  return { id: 'arxiv:2401.00001', claims: { [one.source]: one } };
}
