import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averagePerWeek,
  countWithin,
  lowerLimit,
  minUpvotesFor,
  weeklyLimitIndex,
  weeklyLimits,
} from '../../../lib/topics/weekly-limit.ts';

const weeks = [{ upvotes: [5, 40, 12] }, { upvotes: [] }, { upvotes: [12, 7, 3, 100] }];

describe('a weekly limit', () => {
  it.each([
    [10, 0],
    [7 / 3, 0],
    [2, 4],
    [1, 13],
    [0, 101],
  ])('%d a week: from %d upvotes', (budget, least) => {
    expect(minUpvotesFor(weeks, budget)).toBe(least);
  });

  it('is kept by the smallest minimum of upvotes that does', () => {
    const some = fc.array(
      fc.record({ upvotes: fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 }) }),
      { minLength: 1, maxLength: 26 },
    );
    fc.assert(
      fc.property(some, fc.constantFrom(...weeklyLimits.slice(0, -1)), (each, budget) => {
        const least = minUpvotesFor(each, budget);
        expect(averagePerWeek(each, least)).toBeLessThanOrEqual(budget);
        if (least > 0) expect(averagePerWeek(each, least - 1)).toBeGreaterThan(budget);
      }),
    );
  });

  it.each([
    ['halves', weeks, 0, { least: 13, perWeek: 2 / 3 }],
    ['cuts nothing that would hardly be felt', [{ upvotes: [9, 9] }, { upvotes: [] }], 0, null],
    ['cuts nothing twice', weeks, 13, null],
  ])('for fewer %s', (_, some, least, cut) => {
    expect(lowerLimit(some, least)).toEqual(cut);
  });

  it('is found from its minimum of upvotes', () => {
    expect(weeklyLimits[weeklyLimitIndex(weeks, minUpvotesFor(weeks, 1))]).toBe(1);
    expect(weeklyLimits[weeklyLimitIndex(weeks, 0)]).toBe(Number.POSITIVE_INFINITY);
    expect(weeklyLimitIndex(weeks, 1_000)).toBe(0);
  });

  it('counts a paper that has exactly the minimum', () => {
    expect(countWithin({ upvotes: [11, 12, 13] }, 12)).toBe(2);
  });
});
