/** What is new for the reader's topics: the badge's number and the popup's list. */

import type { DigestStore } from '../../digest/store.ts';
import { ignoredIn } from '../../mutes/mute-rules.ts';
import { latestFirst } from '../../paper/latest-first.ts';
import type { Moment, Paper, PaperId } from '../../paper/paper.ts';
import type { WordIndex } from '../../search/matching/word-index.ts';
import { toldAnywhere } from '../../sync/merge-devices.ts';
import { toldHereFirst } from '../../sync/record-local-changes.ts';
import type { SharedCopy } from '../../sync/synced-data.ts';
import type { Alert } from '../../topics/alerts.ts';
import { matchedWords, type TopicText, topicTextOf } from '../../topics/match-topic.ts';
import { type StoredTopic, shownTopic } from '../../topics/topic.ts';
import { topicCandidates } from '../../topics/topic-candidates.ts';
import { earlierMatches, topicUnread } from '../../topics/topic-news.ts';
import { badgeWorks } from '../../topics/unread.ts';
import { alertsOf, readTopic, waitingOf } from '../../user-data/stored-topics.ts';
import type { AuthoredStore } from '../../user-data/user-data.ts';
import { withMarks } from '../papers/latest-papers.ts';
import { earlierLike, type ScoreIndex } from './similar-earlier-papers.ts';
import type { AlertedPaper, TopicNews, UnreadAnswer } from './unread-answer.ts';

export interface BadgeSources {
  authored: Pick<AuthoredStore, 'get'>;
  digest: Pick<DigestStore, 'get'>;
}

export interface UnreadSources extends BadgeSources {
  digest: Pick<DigestStore, 'byListing' | 'get'>;
  index(): Promise<WordIndex & ScoreIndex>;
  now(): Moment;
}

/** Where a topic asks for no word, its earlier papers are looked for among so many. */
const papersLookedAt = 2_000;

interface Known {
  topics: StoredTopic[];
  alerts: Alert[];
  isRead: (id: PaperId) => boolean;
  /** When works were first announced on any computer of the reader's. */
  told: SharedCopy['told'];
}

async function known({ authored, digest }: BadgeSources): Promise<Known> {
  const [stored, alerts, marks, copying] = await Promise.all([
    authored.get('topics'),
    authored.get('alerts'),
    authored.get('marks'),
    authored.get('copying'),
  ]);
  const topics = stored.map(readTopic);
  const isRead = (id: PaperId) => (marks[id]?.read ?? null) !== null;
  return {
    topics,
    alerts: await stillWanted(topics, alertsOf(alerts), isRead, digest),
    isRead,
    told: toldAnywhere(copying),
  };
}

/** Unread alerts without the topics where the reader ignores something of the paper, or said "not this". */
async function stillWanted(
  topics: StoredTopic[],
  alerts: Alert[],
  isRead: Known['isRead'],
  digest: BadgeSources['digest'],
): Promise<Alert[]> {
  const tests = new Map(
    topics.flatMap(({ id, ignored = [], like }) => {
      if (ignored.length === 0 && !like?.not.length) return [];
      const not = new Set(like?.not);
      const among = ignoredIn(ignored);
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
export interface BadgeNews {
  /** Unread new works of the last 30 days over the topics that count, each once. */
  total: number;
  /** The topics they are for, most first. */
  topics: { name: string; count: number }[];
}

function badgeNewsOf(reader: Known, now: Moment, after: Moment = ''): BadgeNews {
  const { topics, isRead } = reader;
  const counting = topics.filter(({ quiet }) => !quiet);
  const alerts = toldHereFirst(reader.alerts, reader.told).filter(({ at }) => at > after);
  const count = (ids: string[]) => badgeWorks(alerts, isRead, new Set(ids), now).length;
  return {
    total: count(counting.map(({ id }) => id)),
    topics: counting
      .map(({ id, name }) => ({ name, count: count([id]) }))
      .filter((topic) => topic.count > 0)
      .sort((a, b) => b.count - a.count),
  };
}

/** The badge's number and the topics behind it, of works announced after a moment. */
export async function badgeNews(
  sources: BadgeSources,
  now: Moment,
  after?: Moment,
): Promise<BadgeNews> {
  return badgeNewsOf(await known(sources), now, after);
}

export async function unreadAnswer(sources: UnreadSources): Promise<UnreadAnswer> {
  const reader = await known(sources);
  const waiting = waitingOf(await sources.authored.get('waiting'));
  const news: TopicNews[] = [];
  for (const topic of reader.topics) {
    const unread = await sources.digest.get(topicUnread(topic, reader.alerts, reader.isRead));
    const ignored = ignoredIn(topic.ignored ?? []);
    const wanted = (paper: Paper) => ignored(topicTextOf(paper)) === null;
    const below = await sources.digest.get(
      waiting.filter(({ topicIds }) => topicIds.includes(topic.id)).map(({ work }) => work),
    );
    const announced = new Set([...unread, ...below].map(({ id }) => id));
    const isNew = ({ id }: Paper) => announced.has(id);
    const earlier = topic.like
      ? await earlierLike(topic, isNew, sources)
      : earlierMatches(topic, await newestFirst(topic, sources), isNew);
    news.push({
      topic: shownTopic(topic),
      unread: await alerted(unread, topic, reader, sources),
      below: await withMarks(below.filter(wanted), sources.authored),
      earlier: await withMarks(earlier, sources.authored),
    });
  }
  return { topics: news, total: badgeNewsOf(reader, sources.now()).total };
}

/** Papers with what was said of them when they were news for this topic. */
async function alerted(
  papers: Paper[],
  topic: StoredTopic,
  { alerts }: Known,
  { authored }: UnreadSources,
): Promise<AlertedPaper[]> {
  const byWork = new Map(alerts.map((alert) => [alert.work, alert]));
  const words = matchedWords(topic);
  return (await withMarks(papers, authored)).map((listed) => {
    const alert = byWork.get(listed.paper.id);
    return {
      ...listed,
      told: alert?.at ?? topic.created,
      why: words(topicTextOf(listed.paper)),
      passed: alert?.passed?.[topic.id] ?? null,
    };
  });
}

async function newestFirst(topic: StoredTopic, sources: UnreadSources): Promise<Paper[]> {
  const candidates = await topicCandidates(topic.parsed, await sources.index());
  if (candidates === null) return sources.digest.byListing({ limit: papersLookedAt });
  const papers = await sources.digest.get([...candidates]);
  return papers
    .filter(({ listedAt }) => listedAt !== null)
    .sort((a, b) => latestFirst(a.listedAt, b.listedAt) || (a.id < b.id ? -1 : 1));
}
