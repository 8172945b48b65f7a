/** What is new for the reader's topics: the badge's number and the popup's list. */
import type { AuthoredStore } from '../authored/authored.ts';
import type { DigestStore } from '../digest/store.ts';
import type { TopicNews, UnreadAnswer } from '../messages/answers.ts';
import type { Paper, PaperId } from '../paper/paper.ts';
import type { WordIndex } from '../search/word-index.ts';
import type { Alert } from '../topics/alerts.ts';
import { alertsOf, readTopic } from '../topics/read-stored.ts';
import { type StoredTopic, shownTopic } from '../topics/topic.ts';
import { topicCandidates } from '../topics/topic-candidates.ts';
import { earlierMatches, topicUnread } from '../topics/topic-news.ts';
import { unreadWorks } from '../topics/unread.ts';
import { withMarks } from './listed-papers.ts';

export interface UnreadSources {
  authored: Pick<AuthoredStore, 'get'>;
  digest: Pick<DigestStore, 'byListing' | 'get'>;
  words(): Promise<WordIndex>;
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

function allUnread({ topics, alerts, isRead }: Known): PaperId[] {
  return unreadWorks(alerts, isRead, new Set(topics.map(({ id }) => id)));
}

/** Unread new works over all topics, each once: the badge's number. */
export async function unreadTotal(authored: UnreadSources['authored']): Promise<number> {
  return allUnread(await known(authored)).length;
}

export async function unreadAnswer(sources: UnreadSources): Promise<UnreadAnswer> {
  const reader = await known(sources.authored);
  const news: TopicNews[] = [];
  for (const topic of reader.topics) {
    const unread = await sources.digest.get(topicUnread(topic, reader.alerts, reader.isRead));
    const announced = new Set(unread.map(({ id }) => id));
    const earlier = earlierMatches(topic, await newestFirst(topic, sources));
    news.push({
      topic: shownTopic(topic),
      unread: await withMarks(unread, sources.authored),
      earlier: await withMarks(
        earlier.filter(({ id }) => !announced.has(id)),
        sources.authored,
      ),
    });
  }
  return { topics: news, total: allUnread(reader).length };
}

async function newestFirst(topic: StoredTopic, sources: UnreadSources): Promise<Paper[]> {
  const candidates = await topicCandidates(topic.parsed, await sources.words());
  if (candidates === null) return sources.digest.byListing({ limit: papersLookedAt });
  const papers = await sources.digest.get([...candidates]);
  return papers
    .filter(({ listedAt }) => listedAt !== null)
    .sort((a, b) => ((a.listedAt ?? '') < (b.listedAt ?? '') ? 1 : -1));
}
