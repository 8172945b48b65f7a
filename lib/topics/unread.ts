import type { PaperId } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';
import type { Alert } from './alerts.ts';

/** Whether the user has read a paper. */
export type IsRead = (id: PaperId) => boolean;

/** Unread works that were announced for one of `topics`, newest announcement first. */
export function unreadAlerts(
  alerts: readonly Alert[],
  isRead: IsRead,
  topics: ReadonlySet<string>,
): PaperId[] {
  return alerts
    .filter(({ work, topicIds }) => !isRead(work) && topicIds.some((topic) => topics.has(topic)))
    .sort((a, b) => (a.at === b.at ? (a.work < b.work ? -1 : 1) : a.at < b.at ? 1 : -1))
    .map(({ work }) => work);
}

/** Alerts older than this stay in the list but do not count on the badge. */
const badgeDays = 30;

/** What the badge counts: unread works announced for `topics` in the last 30 days. */
export function badgeAlerts(
  alerts: readonly Alert[],
  isRead: IsRead,
  topics: ReadonlySet<string>,
  now: Moment,
): PaperId[] {
  const since = new Date(Date.parse(now) - badgeDays * 86_400_000).toISOString();
  // By the first announcement: a topic that an old work matches later does not bring it back.
  const recent = alerts.filter(({ at }) => at >= since);
  return unreadAlerts(recent, isRead, topics);
}

/** The badge's text: empty for 0, `99+` at most. */
export function badgeText(unread: number): string {
  if (unread <= 0) return '';
  return unread > 99 ? '99+' : String(unread);
}
