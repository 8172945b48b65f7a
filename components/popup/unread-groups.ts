import type { AlertedPaper, TopicNews } from '../../lib/answers/topics/unread-answer.ts';
import { latestFirst } from '../../lib/paper/latest-first.ts';
import type { Day } from '../../lib/time/days.ts';

/** An unread paper with the names of the topics it is for. */
export interface UnreadPaper extends AlertedPaper {
  topics: string[];
}

/** Each unread paper once, latest first. */
export function uniqueUnread(news: readonly TopicNews[]): UnreadPaper[] {
  const papers = new Map<string, UnreadPaper>();
  for (const { topic, unread } of news) {
    for (const paper of unread) {
      const existing = papers.get(paper.paper.id);
      papers.set(paper.paper.id, {
        ...(existing ?? paper),
        topics: [...(existing?.topics ?? []), topic.name],
      });
    }
  }
  return [...papers.values()].sort((a, b) => latestFirst(a.alertedAt, b.alertedAt));
}

/** Papers by day, latest first. */
export function byDay(papers: readonly UnreadPaper[]): [Day, UnreadPaper[]][] {
  return [...Map.groupBy(papers, ({ alertedAt }) => alertedAt.slice(0, 10))];
}

const dayMs = 86_400_000;

/** Returns the days since the oldest of the papers, today included; 0 without papers. */
export function daysSince(papers: readonly UnreadPaper[], now: Date): number {
  const oldest = papers.at(-1)?.alertedAt.slice(0, 10);
  if (oldest === undefined) return 0;
  const today = Date.parse(now.toISOString().slice(0, 10));
  return Math.max(1, Math.round((today - Date.parse(oldest)) / dayMs) + 1);
}

/** Returns the papers that became new more than `days` days ago. */
export function olderThan(papers: readonly UnreadPaper[], days: number, now: Date): UnreadPaper[] {
  const since = new Date(now.getTime() - days * dayMs).toISOString();
  return papers.filter(({ alertedAt }) => alertedAt < since);
}
