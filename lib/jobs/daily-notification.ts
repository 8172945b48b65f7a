/** The one notification a day. The day is stored as done before anything is shown. */
import type { Moment } from '../time/days.ts';
import { isNotificationDue, localDay, nextNotification } from '../topics/notification-schedule.ts';
import type { UserDataStore } from '../user-data/user-data.ts';
import { type SetAlarm, withRetryAlarm } from './alarms.ts';
import { type UnreadSummary, type UnreadSummarySources, unreadSummary } from './unread-summary.ts';

export interface NotificationSources extends UnreadSummarySources {
  userData: Pick<UserDataStore, 'get' | 'update'>;
  /** Whether one of Kindred's own pages is open, where the user sees what is new. */
  isViewOpen(): Promise<boolean>;
  showNotification(unread: UnreadSummary): Promise<void>;
  setAlarm: SetAlarm;
  now(): Moment;
}

const retryMs = 60_000;

/**
 * Notifies of what was announced since the last notification, where it is time, something is new and
 * no view is open; otherwise that day has no notification. Sets the alarm for the next one.
 */
export async function sendDailyNotification(sources: NotificationSources): Promise<void> {
  const { userData, setAlarm, now } = sources;
  const settings = await userData.get('notices');
  if (!settings.on) return setAlarm(null);
  const at = new Date(now());
  const nextAlarm = async () => nextNotification(await userData.get('notices'), new Date(now()));
  if (!isNotificationDue(settings, at)) return setAlarm(await nextAlarm());
  await withRetryAlarm(setAlarm, at.getTime() + retryMs, async () => {
    await notify(sources, at, settings.upTo);
    return { nextAlarm: await nextAlarm() };
  });
}

async function notify(
  { userData, digest, isViewOpen, showNotification }: NotificationSources,
  at: Date,
  announcedUpTo: Moment | null,
): Promise<void> {
  const moment = at.toISOString();
  const unread = await unreadSummary({ userData, digest }, moment, announcedUpTo ?? moment);
  const isOpen = await isViewOpen();
  let isFirst = false;
  await userData.update('notices', (stored) => {
    isFirst = isNotificationDue(stored, at);
    return isFirst ? { ...stored, lastDay: localDay(at), upTo: moment } : stored;
  });
  if (isFirst && unread.total > 0 && !isOpen) await showNotification(unread);
}
