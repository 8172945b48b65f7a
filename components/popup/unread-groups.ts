import type { AlertedPaper, TopicNews } from '../../lib/answers/topics/unread-answer.ts';
import { latestFirst } from '../../lib/paper/latest-first.ts';
import { type Day, dayMs } from '../../lib/time/days.ts';

/** An unread paper with the names of the topics it is for. */
export interface UnreadPaper extends AlertedPaper {
  topics: string[];
}

/** Each unread paper once, latest alert first. */
export function uniqueUnread(news: readonly TopicNews[]): UnreadPaper[] {
  const works = new Map<string, UnreadPaper>();
  for (const { topic, unread } of news) {
    for (const paper of unread) {
      const known = works.get(paper.paper.id);
      works.set(paper.paper.id, {
        ...(known ?? paper),
        topics: [...(known?.topics ?? []), topic.name],
      });
    }
  }
  return [...works.values()].sort((a, b) => latestFirst(a.alertedAt, b.alertedAt));
}

/** Works by day, latest first. */
export function byDay(works: readonly UnreadPaper[]): [Day, UnreadPaper[]][] {
  return [...Map.groupBy(works, ({ alertedAt }) => alertedAt.slice(0, 10))];
}

/** Days over which the unread papers reach, today included; 0 when there are none. */
export function daysSince(works: readonly UnreadPaper[], now: Date): number {
  const first = works.at(-1)?.alertedAt.slice(0, 10);
  if (first === undefined) return 0;
  const today = Date.parse(now.toISOString().slice(0, 10));
  return Math.max(1, Math.round((today - Date.parse(first)) / dayMs) + 1);
}

/** Those announced more than `days` days ago. */
export function olderThan(works: readonly UnreadPaper[], days: number, now: Date): UnreadPaper[] {
  const since = new Date(now.getTime() - days * dayMs).toISOString();
  return works.filter(({ alertedAt }) => alertedAt < since);
}
