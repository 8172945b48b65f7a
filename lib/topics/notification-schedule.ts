import { type Day, dayMs, type Moment } from '../time/days.ts';
import type { NotificationSettings } from './notification-settings.ts';
import type { Topic } from './topic.ts';

const weekMs = 7 * dayMs;

/** Whether a week has passed since the first topic: before that nobody knows what a day brings. */
export function shouldOfferNotifications(
  topics: readonly Pick<Topic, 'created'>[],
  now: Moment,
): boolean {
  return topics.some(({ created }) => Date.parse(now) - Date.parse(created) >= weekMs);
}

/** The day by the device's own clock. */
export function localDay(now: Date): Day {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const minuteOf = (now: Date) => now.getHours() * 60 + now.getMinutes();

/** Whether the day's time has come and the day is not yet done. */
export function isNotificationDue(
  { on, minute, lastDay }: NotificationSettings,
  now: Date,
): boolean {
  return on && lastDay !== localDay(now) && minuteOf(now) >= minute;
}

/** The next time at which one may be due, in milliseconds since 1970. */
export function nextNotification({ minute, lastDay }: NotificationSettings, now: Date): number {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 0, minute);
  if (lastDay !== localDay(now)) return Math.max(today.getTime(), now.getTime());
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, minute).getTime();
}

/** Turned on, or to another time: what is announced from now on is told, not before that time comes. */
export function enableNotifications(
  before: NotificationSettings,
  minute: number,
  now: Date,
): NotificationSettings {
  const isOver = minuteOf(now) >= minute;
  const told = before.on ? before.lastDay : null;
  return {
    on: true,
    minute,
    lastDay: isOver ? localDay(now) : told,
    upTo: before.on ? before.upTo : now.toISOString(),
  };
}

/** The notification a day. */
export interface NotificationStatus {
  on: boolean;
  /** Minutes after midnight, by the device's clock. */
  minute: number;
  /** The first topic is a week old. */
  offered: boolean;
  /** The user has said yes or no before. */
  asked: boolean;
}
