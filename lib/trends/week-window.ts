/** The weeks that trends compare: half a year that ends with the newest day. */
import { addDays, type Day, dayMs } from '../time/days.ts';

/** Half a year. */
export const trendWeeks = 26;

/** The first day of the `trendWeeks` weeks that end on `end`. */
export const windowStart = (end: Day): Day => addDays(end, 1 - 7 * trendWeeks);

/** The first day of each week, oldest first. */
export const weekStarts = (end: Day): Day[] =>
  Array.from({ length: trendWeeks }, (_, week) => addDays(end, 1 - 7 * (trendWeeks - week)));

/** The week of a day, 0 for the oldest; -1 for null and for a day outside the window. */
export function weekAt(day: Day | null, end: Day): number {
  if (day === null || day > end) return -1;
  const back = Math.floor((Date.parse(end) - Date.parse(day)) / dayMs / 7);
  return back < trendWeeks ? trendWeeks - 1 - back : -1;
}
