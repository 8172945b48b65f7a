import { type Day, dayMs, type Moment } from '../time/days.ts';
import type { NotificationSettings } from './notification-settings.ts';
import type { Topic } from './topic.ts';

const weekMs = 7 * dayMs;

/**
 * Whether the first topic is a week old: before that the user cannot know how much a day brings.
 */
export function shouldOfferNotifications(
  topics: readonly Pick<Topic, 'created'>[],
  now: Moment,
): boolean {
  return topics.some(({ created }) => Date.parse(now) - Date.parse(created) >= weekMs);
}

/** The day in the device's time zone. */
export function localDay(now: Date): Day {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

const minuteOf = (now: Date) => now.getHours() * 60 + now.getMinutes();

/** Whether it is time for the day's notification and none was sent today. */
export function isNotificationDue(
  { on, minute, lastDay }: NotificationSettings,
  now: Date,
): boolean {
  return on && lastDay !== localDay(now) && minuteOf(now) >= minute;
}

/** When the next notification may be due, in milliseconds since 1970. */
export function nextNotification({ minute, lastDay }: NotificationSettings, now: Date): number {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 0, minute);
  if (lastDay !== localDay(now)) return Math.max(today.getTime(), now.getTime());
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, minute).getTime();
}

/**
 * The settings once notifications are turned on or moved to another time: only what is announced
 * from now on is notified, at that time at the earliest.
 */
export function enableNotifications(
  before: NotificationSettings,
  minute: number,
  now: Date,
): NotificationSettings {
  const isPast = minuteOf(now) >= minute;
  const lastDay = before.on ? before.lastDay : null;
  return {
    ...before,
    on: true,
    minute,
    lastDay: isPast ? localDay(now) : lastDay,
    upTo: before.on ? before.upTo : now.toISOString(),
  };
}

/** The daily notification, as the views show it. */
export interface NotificationStatus {
  on: boolean;
  /** Minutes after midnight in the device's time zone. */
  minute: number;
  /** It should be offered: the first topic is a week old. */
  offered: boolean;
  /** The user has accepted or declined before. */
  asked: boolean;
}
