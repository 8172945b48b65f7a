/** The unread papers of the user's topics, as the badge and the notification count them. */
import type { DigestStore } from '../digest/store.ts';
import { topicMuteTest } from '../mutes/mute-rules.ts';
import type { PaperId } from '../paper/paper.ts';
import { announcedLocallyFirst } from '../sync/announced.ts';
import type { SyncState } from '../sync/sync-state.ts';
import type { Moment } from '../time/days.ts';
import type { Alert } from '../topics/alerts.ts';
import { type TopicText, topicTextOf } from '../topics/match-topic.ts';
import { parseAlerts, parseStoredTopic } from '../topics/stored-topics.ts';
import type { ParsedTopic } from '../topics/topic.ts';
import { badgeAlerts } from '../topics/unread.ts';
import type { UserDataStore } from '../user-data/user-data.ts';

export interface UnreadSummarySources {
  userData: Pick<UserDataStore, 'get'>;
  digest: Pick<DigestStore, 'get'>;
}

export interface UnreadState {
  topics: ParsedTopic[];
  alerts: Alert[];
  isRead: (id: PaperId) => boolean;
  sync: SyncState;
}

/** Topics, alerts and marks that decide what is unread. */
export async function unreadState({
  userData,
  digest,
}: UnreadSummarySources): Promise<UnreadState> {
  const [stored, alerts, marks, sync] = await Promise.all([
    userData.get('topics'),
    userData.get('alerts'),
    userData.get('marks'),
    userData.get('copying'),
  ]);
  const topics = stored.map(parseStoredTopic);
  const isRead = (id: PaperId) => (marks[id]?.read ?? null) !== null;
  return {
    topics,
    alerts: await withoutMuted(topics, parseAlerts(alerts), isRead, digest),
    isRead,
    sync,
  };
}

/**
 * Alerts without the topics that mute the paper or have it as a counterexample. Mutes may be newer
 * than the alert, so this applies when alerts are read, not when they are stored.
 */
async function withoutMuted(
  topics: ParsedTopic[],
  alerts: Alert[],
  isRead: UnreadState['isRead'],
  digest: UnreadSummarySources['digest'],
): Promise<Alert[]> {
  const tests = new Map(
    topics.flatMap(({ id, ignored = [], like }) => {
      if (ignored.length === 0 && !like?.not.length) return [];
      const counterexamples = new Set(like?.not);
      const mutedBy = topicMuteTest(ignored);
      const isMuted = (text: TopicText) =>
        counterexamples.has(text.paper.id) || mutedBy(text) !== null;
      return [[id, isMuted] as const];
    }),
  );
  const tested = alerts.filter(
    ({ work, topicIds }) => !isRead(work) && topicIds.some((id) => tests.has(id)),
  );
  if (tested.length === 0) return alerts;
  const papers = await digest.get(tested.map(({ work }) => work));
  const texts = new Map(papers.map((paper) => [paper.id, topicTextOf(paper)]));
  return alerts.map((alert) => {
    const text = texts.get(alert.work);
    if (text === undefined) return alert;
    const topicIds = alert.topicIds.filter((id) => !tests.get(id)?.(text));
    return { ...alert, topicIds };
  });
}

export interface UnreadSummary {
  /** Unread papers alerted in the last 30 days for topics that are not quiet, each counted once. */
  total: number;
  /** Topics with unread papers, most first. */
  topics: { name: string; count: number }[];
}

export function summarizeUnread(
  { topics, isRead, alerts, sync }: UnreadState,
  now: Moment,
  after: Moment = '',
): UnreadSummary {
  const counting = topics.filter(({ quiet }) => !quiet);
  const counted = announcedLocallyFirst(alerts, sync).filter(({ at }) => at > after);
  const count = (ids: string[]) => badgeAlerts(counted, isRead, new Set(ids), now).length;
  return {
    total: count(counting.map(({ id }) => id)),
    topics: counting
      .map(({ id, name }) => ({ name, count: count([id]) }))
      .filter((topic) => topic.count > 0)
      .sort((a, b) => b.count - a.count),
  };
}

/** The unread papers that were alerted after a moment. */
export async function unreadSummary(
  sources: UnreadSummarySources,
  now: Moment,
  after?: Moment,
): Promise<UnreadSummary> {
  return summarizeUnread(await unreadState(sources), now, after);
}
