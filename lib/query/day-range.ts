/** Dates and ranges of dates in a query. */
import { addDays, type Day } from '../time/days.ts';

const pattern = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const yearsPattern = /^(\d{4})\s*(?:-|–|\.\.)\s*(\d{4})$/;

/**
 * The range of days, both included, of `after` (or `since`), `before` (or `until`) and `year`.
 * `after` includes the day, month or year of the value, `before` excludes it, so that
 * `after:2024 before:2025` is the year 2024. Null when the value is no date.
 */
export function dayRange(
  field: string,
  value: string,
): { from: Day | null; to: Day | null } | null {
  const text = value.trim();
  const years = field === 'year' ? yearsPattern.exec(text) : null;
  if (years) return { from: `${years[1]}-01-01`, to: `${years[2]}-12-31` };
  const span = spanOf(text);
  if (span === null) return null;
  if (field === 'year') return span;
  if (field === 'after' || field === 'since') return { from: span.from, to: null };
  return { from: null, to: addDays(span.from, -1) };
}

/** The first and last day of a year, month or day; null for days outside the calendar. */
function spanOf(text: string): { from: Day; to: Day } | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const monthIndex = Number(month) - 1;
  if (monthIndex < 0 || monthIndex > 11) return null;
  const lastDay = new Date(Date.UTC(Number(year), monthIndex + 1, 0)).getUTCDate();
  if (day !== undefined && (Number(day) < 1 || Number(day) > lastDay)) return null;
  const prefix = `${year}-${month.padStart(2, '0')}`;
  return {
    from: `${prefix}-${(day ?? '1').padStart(2, '0')}`,
    to: `${prefix}-${(day ?? String(lastDay)).padStart(2, '0')}`,
  };
}
