import { expect, it } from 'vitest';
import { latestFirst } from '../../../lib/paper/latest-first.ts';

it('sorts the latest first, null last, and keeps the order of equal days', () => {
  const days = [null, '2026-03-01', '2026-03-02', '2026-03-01'].map((day, at) => ({ day, at }));
  const order = days.toSorted((a, b) => latestFirst(a.day, b.day)).map(({ at }) => at);
  expect(order).toEqual([2, 1, 3, 0]);
});
