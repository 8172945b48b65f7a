/** UTC calendar days and moments. */

/** Calendar day, `YYYY-MM-DD`, UTC. */
export type Day = string;

/** Moment, ISO 8601 with milliseconds and `Z`. */
export type Moment = string;

/** A day in milliseconds; UTC has no days of another length. */
export const dayMs = 86_400_000;

/** The first day of Daily Papers, and so the earliest day an update can fetch. */
export const firstListingDay: Day = '2023-05-04';

/** The UTC day of a time in milliseconds since 1970. */
export function dayAt(time: number): Day {
  return toMoment(time).slice(0, 10);
}

/** A time in milliseconds since 1970 as a moment. */
export function toMoment(time: number): Moment {
  return new Date(time).toISOString();
}

/** The day `days` later; earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return dayAt(Date.parse(day) + days * dayMs);
}

/** The number of days from one to the other, both included; 0 when `to` is before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1);
}

/**
 * Whether a day read at `readAt` was over by then, so that nothing can have been added since.
 * Daily Papers may list papers for a day until the following day has passed in UTC. A `readAt`
 * after `now` was written under a wrong clock and proves nothing.
 */
export function isDayComplete(day: Day, readAt: Moment | undefined, now: number): boolean {
  if (readAt === undefined) return false;
  const time = Date.parse(readAt);
  return time <= now && time >= Date.parse(day) + 2 * dayMs;
}

/** The UTC day of an ISO 8601 moment or day; null for any other text and for days outside the calendar. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:$|T)/.exec(text);
  if (!match?.[1]) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  const day = dayAt(time);
  // `Date.parse` reads 31 February as a day of March.
  return text.length > 10 || day === match[1] ? day : null;
}
