import { type Day, parseDay } from '../../time/days.ts';

/** A date as written on the page. */
export interface WrittenDate {
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
  year: number | null;
}

/** The day of a written date, given the page's year; null for a day that does not exist. */
export function parseWrittenDate(date: WrittenDate, pageYear: number | null): Day | null {
  const year = date.year ?? pageYear;
  if (year === null) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return parseDay(`${year}-${two(date.month)}-${two(date.day)}`);
}

/** Evidence for the year in which a page was copied. */
interface YearEvidence {
  /** The day on which the page was copied, where the user knows it. */
  pageDate: Day | null;
  /** The day of the import. */
  today: Day;
  /** Every date on the page, its heading included. */
  dates: WrittenDate[];
  /** The years in arXiv ids of known papers whose date has no year. */
  knownYears: number[];
}

/**
 * The page's year, from the first evidence there is: the user's day; the ids of known papers; the
 * year after the latest written one (a page that writes the year of last year's papers omits this
 * year's); the latest year with which no date of the page is after today.
 */
export function pageYear({ pageDate, today, dates, knownYears }: YearEvidence): number | null {
  if (pageDate !== null) return Number(pageDate.slice(0, 4));
  const known = mostFrequent(knownYears);
  if (known !== null) return known;
  const thisYear = Number(today.slice(0, 4));
  const written = dates.reduce((latest, { year }) => Math.max(latest, year ?? 0), 0);
  if (written > 0 && written < thisYear) return written + 1;
  const yearless = dates.filter(({ year }) => year === null);
  return (
    [thisYear, thisYear - 1].find((year) =>
      yearless.every((date) => (parseWrittenDate(date, year) ?? '') <= today),
    ) ?? null
  );
}

function mostFrequent(years: number[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return first?.[0] ?? null;
}

/** The year in a new-style arXiv id whose month is the written one; null otherwise. */
export function yearOfId(arxivId: string, date: WrittenDate): number | null {
  const match = /^(\d\d)(\d\d)\./.exec(arxivId);
  return match && Number(match[2]) === date.month ? 2000 + Number(match[1]) : null;
}
