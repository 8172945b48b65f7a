/** When the reader is told of what is new by a notification: at most once a day, at a chosen time. */
import type { Notices } from '../authored/notices.ts';
import type { Topic } from '../messages/answers.ts';
import type { Day, Moment } from '../paper/paper.ts';

const weekMs = 7 * 86_400_000;

/** Whether a week has passed since the first topic: before that nobody knows what a day brings. */
export function offersNotices(topics: readonly Pick<Topic, 'created'>[], now: Moment): boolean {
  return topics.some(({ created }) => Date.parse(now) - Date.parse(created) >= weekMs);
}

/** The day by the computer's own clock. */
export function localDay(now: Date): Day {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const minuteOf = (now: Date) => now.getHours() * 60 + now.getMinutes();

/** Whether the day's time has come and the day is not yet done. */
export function isNoticeDue({ on, minute, lastDay }: Notices, now: Date): boolean {
  return on && lastDay !== localDay(now) && minuteOf(now) >= minute;
}

/** The next time at which one may be due, in milliseconds since 1970. */
export function nextNotice({ minute, lastDay }: Notices, now: Date): number {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 0, minute);
  if (lastDay !== localDay(now)) return Math.max(today.getTime(), now.getTime());
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, minute).getTime();
}

/** Turned on, or to another time: what is announced from now on is told, not before that time comes. */
export function turnedOn(before: Notices, minute: number, now: Date): Notices {
  const isOver = minuteOf(now) >= minute;
  const told = before.on ? before.lastDay : null;
  return {
    ...before,
    on: true,
    minute,
    lastDay: isOver ? localDay(now) : told,
    upTo: before.on ? before.upTo : now.toISOString(),
  };
}
