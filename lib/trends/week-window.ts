import type { Day } from '../time/days.ts';

/** Half a year. */
export const trendWeeks = 26;

const dayMs = 86_400_000;

const shifted = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** First day of the first week of those that end on `end`. */
export const windowStart = (end: Day): Day => shifted(end, 1 - 7 * trendWeeks);

/** First days of the weeks, oldest first. */
export const weekStarts = (end: Day): Day[] =>
  Array.from({ length: trendWeeks }, (_, week) => shifted(end, 1 - 7 * (trendWeeks - week)));

/** Which week a day is in, from 0 for the oldest; -1 for a day outside all of them. */
export function weekAt(day: Day | null, end: Day): number {
  if (day === null || day > end) return -1;
  const back = Math.floor((Date.parse(end) - Date.parse(day)) / dayMs / 7);
  return back < trendWeeks ? trendWeeks - 1 - back : -1;
}
