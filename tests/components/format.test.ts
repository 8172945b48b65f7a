import { describe, expect, it } from 'vitest';
import {
  formatMoment,
  formatNumber,
  formatPercent,
  formatRecentDay,
} from '../../components/format.ts';

describe('days and moments', () => {
  const now = new Date(2026, 10, 23, 10, 0);
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 5).toISOString();

  it.each([
    [at(23, 9), '09:05'],
    [at(22, 23), 'yesterday 23:05'],
    [at(24, 3), 'tomorrow 03:05'],
    [at(3, 9), '3 Nov 09:05'],
  ])('%s is %s', (moment, words) => {
    expect(formatMoment(moment, now)).toBe(words);
  });

  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-20', 'Friday'],
    ['2026-11-16', '16 Nov 2026'],
  ])('a listing of %s is of %s', (day, words) => {
    expect(formatRecentDay(day, new Date('2026-11-23T10:00:00Z'))).toBe(words);
  });

  it('groups the digits of numbers', () => expect(formatNumber(6127)).toBe('6,127'));

  it.each([
    [0, '0%'],
    [1 / 3296, '0.03%'],
    [11 / 300, '3.7%'],
    [1, '100%'],
  ])('a share of %d is %s', (share, words) => expect(formatPercent(share)).toBe(words));
});
