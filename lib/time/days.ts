/** Arithmetic of UTC days. */
import type { Day, Moment } from '../paper/paper.ts';

const dayMs = 86_400_000;

/** The first day of Daily Papers: how far the reader can have the load go back. */
export const firstListingDay: Day = '2023-05-04';

/** The UTC day of a time in milliseconds since 1970. */
export function dayAt(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

/** The day so many days later; earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return dayAt(Date.parse(day) + days * dayMs);
}

/** Days from one to the other, both counted; 0 when the first is the later. */
export function daysBetween(from: Day, to: Day): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1);
}

/**
 * Whether a day read at that moment was over by then, so that nothing can have been added since.
 * A paper may be listed for a day until the day after has passed in UTC. A moment that lies in the
 * future was written by a wrong clock and proves nothing.
 */
export function isWhole(day: Day, readAt: Moment | undefined, now: number): boolean {
  if (readAt === undefined) return false;
  const time = Date.parse(readAt);
  return time <= now && time >= Date.parse(day) + 2 * dayMs;
}
