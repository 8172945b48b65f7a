/** What of the announced papers is still to be read, for badge and popup. */
import type { PaperId } from '../paper/paper.ts';
import { dayMs, type Moment } from '../time/days.ts';
import type { Alert, Alias } from './alerts.ts';

/** Whether the user has read a paper. */
export type IsRead = (id: PaperId) => boolean;

/** Announced works not yet read, newest announcement first, each once; alerts of `topics` alone. */
export function unreadAlerts(
  alerts: readonly Alert[],
  isRead: IsRead,
  topics: ReadonlySet<string>,
  alias: Alias = (id) => id,
): PaperId[] {
  const latest = new Map<PaperId, string>();
  const read = new Set<PaperId>();
  for (const { work, topicIds, at } of alerts) {
    const id = alias(work);
    // A mark may stand under the id a paper had before it was merged into another.
    if (isRead(work) || isRead(id)) read.add(id);
    if (!topicIds.some((topic) => topics.has(topic))) continue;
    const before = latest.get(id);
    if (before === undefined || before < at) latest.set(id, at);
  }
  return [...latest]
    .filter(([id]) => !read.has(id))
    .sort(([idA, atA], [idB, atB]) => (atA === atB ? (idA < idB ? -1 : 1) : atA < atB ? 1 : -1))
    .map(([id]) => id);
}

/** Alerts older than this stay in the list and leave the badge. */
export const badgeDays = 30;

/** What the badge counts: unread works announced in the last 30 days for `topics`, those that count. */
export function badgeAlerts(
  alerts: readonly Alert[],
  isRead: IsRead,
  topics: ReadonlySet<string>,
  now: Moment,
  alias?: Alias,
): PaperId[] {
  const since = new Date(Date.parse(now) - badgeDays * dayMs).toISOString();
  // An old alert of a work keeps it off the badge, whatever topic it came to match since.
  const recent = alerts.filter(({ at }) => at >= since);
  return unreadAlerts(recent, isRead, topics, alias);
}

/** The badge's text: nothing for 0, `99+` at most. */
export function badgeText(unread: number): string {
  if (unread <= 0) return '';
  return unread > 99 ? '99+' : String(unread);
}
