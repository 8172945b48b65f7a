/** What is unread for the user's topics, as the badge and the notification count it. */
import type { DigestStore } from '../digest/store.ts';
import { topicMuteTest } from '../mutes/mute-rules.ts';
import type { PaperId } from '../paper/paper.ts';
import { announcedLocallyFirst } from '../sync/record-local-changes.ts';
import type { SyncedData } from '../sync/synced-data.ts';
import type { Moment } from '../time/days.ts';
import type { Alert } from '../topics/alerts.ts';
import { type TopicText, topicTextOf } from '../topics/match-topic.ts';
import { parseAlerts, parseStoredTopic } from '../topics/stored-topics.ts';
import type { ParsedTopic } from '../topics/topic.ts';
import { badgeAlerts } from '../topics/unread.ts';
import type { UserDataStore } from '../user-data/user-data.ts';
import { announcedAnywhere } from './sync/merge-devices.ts';

export interface UnreadSummarySources {
  userData: Pick<UserDataStore, 'get'>;
  digest: Pick<DigestStore, 'get'>;
}

export interface UnreadState {
  topics: ParsedTopic[];
  alerts: Alert[];
  isRead: (id: PaperId) => boolean;
  /** When works were first announced on any device of the user's. */
  told: SyncedData['told'];
}

/** Topics, alerts and marks that decide what is unread. */
export async function unreadState({
  userData,
  digest,
}: UnreadSummarySources): Promise<UnreadState> {
  const [stored, alerts, marks, copying] = await Promise.all([
    userData.get('topics'),
    userData.get('alerts'),
    userData.get('marks'),
    userData.get('copying'),
  ]);
  const topics = stored.map(parseStoredTopic);
  const isRead = (id: PaperId) => (marks[id]?.read ?? null) !== null;
  return {
    topics,
    alerts: await stillWanted(topics, parseAlerts(alerts), isRead, digest),
    isRead,
    told: announcedAnywhere(copying),
  };
}

/** Unread alerts without the topics where the user ignores something of the paper, or said "not this". */
async function stillWanted(
  topics: ParsedTopic[],
  alerts: Alert[],
  isRead: UnreadState['isRead'],
  digest: UnreadSummarySources['digest'],
): Promise<Alert[]> {
  const tests = new Map(
    topics.flatMap(({ id, ignored = [], like }) => {
      if (ignored.length === 0 && !like?.not.length) return [];
      const not = new Set(like?.not);
      const among = topicMuteTest(ignored);
      const leftOut = (text: TopicText) => not.has(text.paper.id) || among(text) !== null;
      return [[id, leftOut] as const];
    }),
  );
  const asked = alerts.filter(
    ({ work, topicIds }) => !isRead(work) && topicIds.some((id) => tests.has(id)),
  );
  if (asked.length === 0) return alerts;
  const papers = await digest.get(asked.map(({ work }) => work));
  const texts = new Map(papers.map((paper) => [paper.id, topicTextOf(paper)]));
  return alerts.map((alert) => {
    const text = texts.get(alert.work);
    if (text === undefined) return alert;
    const topicIds = alert.topicIds.filter((id) => !tests.get(id)?.(text));
    return { ...alert, topicIds };
  });
}

/** What the badge says. */
export interface UnreadSummary {
  /** Unread new works of the last 30 days over the topics that count, each once. */
  total: number;
  /** The topics they are for, most first. */
  topics: { name: string; count: number }[];
}

export function summarizeUnread(
  reader: UnreadState,
  now: Moment,
  after: Moment = '',
): UnreadSummary {
  const { topics, isRead } = reader;
  const counting = topics.filter(({ quiet }) => !quiet);
  const alerts = announcedLocallyFirst(reader.alerts, reader.told).filter(({ at }) => at > after);
  const count = (ids: string[]) => badgeAlerts(alerts, isRead, new Set(ids), now).length;
  return {
    total: count(counting.map(({ id }) => id)),
    topics: counting
      .map(({ id, name }) => ({ name, count: count([id]) }))
      .filter((topic) => topic.count > 0)
      .sort((a, b) => b.count - a.count),
  };
}

/** The badge's number and the topics behind it, of works announced after a moment. */
export async function unreadSummary(
  sources: UnreadSummarySources,
  now: Moment,
  after?: Moment,
): Promise<UnreadSummary> {
  return summarizeUnread(await unreadState(sources), now, after);
}
