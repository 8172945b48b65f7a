/** The notification a day. That the day is done is stored before anything is shown. */

import { isNotificationDue, localDay, nextNotification } from '../topics/notification-schedule.ts';
import type { UserDataStore } from '../user-data/user-data.ts';
import { type UnreadSummary, type UnreadSummarySources, unreadSummary } from './badge-news.ts';

export interface NotificationSources extends UnreadSummarySources {
  userData: Pick<UserDataStore, 'get' | 'update'>;
  /** One of Kindred's own views is open: its user sees what is new. */
  isViewOpen(): Promise<boolean>;
  show(news: UnreadSummary): Promise<void>;
  /** Has the worker woken for the next one; null takes that back. */
  wakeAt(time: number | null): Promise<void>;
  now(): Date;
}

const wakeAgainMs = 60_000;

/**
 * Tells what has been announced since the last time, where the day's time has come, something is
 * new and no view is open. Otherwise that day has none.
 */
export async function sendDailyNotification(sources: NotificationSources): Promise<void> {
  const { userData, isViewOpen, show, wakeAt, now } = sources;
  const notices = await userData.get('notices');
  if (!notices.on) return wakeAt(null);
  const at = now();
  if (isNotificationDue(notices, at)) {
    // The alarm that woke the worker is gone: one killed here is woken again.
    await wakeAt(at.getTime() + wakeAgainMs);
    const moment = at.toISOString();
    const news = await unreadSummary(sources, moment, notices.upTo ?? moment);
    const isOpen = await isViewOpen();
    let isMine = false;
    await userData.update('notices', (stored) => {
      isMine = isNotificationDue(stored, at);
      return isMine ? { ...stored, lastDay: localDay(at), upTo: moment } : stored;
    });
    if (isMine && news.total > 0 && !isOpen) await show(news);
  }
  await wakeAt(nextNotification(await userData.get('notices'), now()));
}
