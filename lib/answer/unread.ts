/** What is new for the reader's topics: the badge's number and the popup's list. */
import type { AuthoredStore } from '../authored/authored.ts';
import type { DigestStore } from '../digest/store.ts';
import type { AlertedPaper, TopicNews, UnreadAnswer } from '../messages/answers.ts';
import type { Moment, Paper, PaperId } from '../paper/paper.ts';
import type { WordIndex } from '../search/word-index.ts';
import type { Alert } from '../topics/alerts.ts';
import { matchedWords, topicTextOf } from '../topics/match-topic.ts';
import { alertsOf, readTopic, waitingOf } from '../topics/read-stored.ts';
import { type StoredTopic, shownTopic } from '../topics/topic.ts';
import { topicCandidates } from '../topics/topic-candidates.ts';
import { earlierMatches, topicUnread } from '../topics/topic-news.ts';
import { badgeWorks } from '../topics/unread.ts';
import { withMarks } from './listed-papers.ts';

export interface UnreadSources {
  authored: Pick<AuthoredStore, 'get'>;
  digest: Pick<DigestStore, 'byListing' | 'get'>;
  words(): Promise<WordIndex>;
  now(): Moment;
}

/** Where a topic asks for no word, its earlier papers are looked for among so many. */
const papersLookedAt = 2_000;

interface Known {
  topics: StoredTopic[];
  alerts: Alert[];
  isRead: (id: PaperId) => boolean;
}

async function known(authored: UnreadSources['authored']): Promise<Known> {
  const [topics, alerts, marks] = await Promise.all([
    authored.get('topics'),
    authored.get('alerts'),
    authored.get('marks'),
  ]);
  return {
    topics: topics.map(readTopic),
    alerts: alertsOf(alerts),
    isRead: (id) => (marks[id]?.read ?? null) !== null,
  };
}

/** What the badge says. */
export interface BadgeNews {
  /** Unread new works of the last 30 days over the topics that count, each once. */
  total: number;
  /** The topics they are for, most first. */
  topics: { name: string; count: number }[];
}

function badgeNewsOf({ topics, alerts, isRead }: Known, now: Moment): BadgeNews {
  const counting = topics.filter(({ quiet }) => !quiet);
  const count = (ids: string[]) => badgeWorks(alerts, isRead, new Set(ids), now).length;
  return {
    total: count(counting.map(({ id }) => id)),
    topics: counting
      .map(({ id, name }) => ({ name, count: count([id]) }))
      .filter((topic) => topic.count > 0)
      .sort((a, b) => b.count - a.count),
  };
}

/** The badge's number and the topics behind it. */
export async function badgeNews(
  authored: UnreadSources['authored'],
  now: Moment,
): Promise<BadgeNews> {
  return badgeNewsOf(await known(authored), now);
}

export async function unreadAnswer(sources: UnreadSources): Promise<UnreadAnswer> {
  const reader = await known(sources.authored);
  const waiting = waitingOf(await sources.authored.get('waiting'));
  const news: TopicNews[] = [];
  for (const topic of reader.topics) {
    const unread = await sources.digest.get(topicUnread(topic, reader.alerts, reader.isRead));
    const below = await sources.digest.get(
      waiting.filter(({ topicIds }) => topicIds.includes(topic.id)).map(({ work }) => work),
    );
    const announced = new Set([...unread, ...below].map(({ id }) => id));
    const earlier = earlierMatches(topic, await newestFirst(topic, sources));
    news.push({
      topic: shownTopic(topic),
      unread: await alerted(unread, topic, reader, sources),
      below: await withMarks(below, sources.authored),
      earlier: await withMarks(
        earlier.filter(({ id }) => !announced.has(id)),
        sources.authored,
      ),
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
  const candidates = await topicCandidates(topic.parsed, await sources.words());
  if (candidates === null) return sources.digest.byListing({ limit: papersLookedAt });
  const papers = await sources.digest.get([...candidates]);
  return papers
    .filter(({ listedAt }) => listedAt !== null)
    .sort((a, b) => ((a.listedAt ?? '') < (b.listedAt ?? '') ? 1 : -1));
}
