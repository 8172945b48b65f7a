import type { DigestStore } from '../../digest/store.ts';
import {
  summarizeUnread,
  type UnreadState,
  type UnreadSummarySources,
  unreadState,
} from '../../jobs/unread-summary.ts';
import { topicMuteTest } from '../../mutes/mute-rules.ts';
import { latestFirst } from '../../paper/latest-first.ts';
import type { Paper } from '../../paper/paper.ts';
import type { WordIndex } from '../../search/matching/word-index.ts';
import type { Moment } from '../../time/days.ts';
import { matchedWords, topicTextOf } from '../../topics/match-topic.ts';
import { parsePending } from '../../topics/stored-topics.ts';
import { type ParsedTopic, toTopic } from '../../topics/topic.ts';
import { topicCandidates } from '../../topics/topic-candidates.ts';
import { earlierMatches, unreadOfTopic } from '../../topics/topic-news.ts';
import { withMarks } from '../papers/latest-papers.ts';
import { type ScoreIndex, similarEarlierPapers } from './similar-earlier-papers.ts';
import type { AlertedPaper, TopicNews, UnreadAnswer } from './unread-answer.ts';

interface UnreadSources extends UnreadSummarySources {
  digest: Pick<DigestStore, 'byListing' | 'get'>;
  index(): Promise<WordIndex & ScoreIndex>;
  now(): Moment;
}

/** A topic without words is matched against this many listings for its earlier papers. */
const maxListings = 2_000;

/** The new papers of each topic, and the badge's number. */
export async function unreadAnswer(sources: UnreadSources): Promise<UnreadAnswer> {
  const state = await unreadState(sources);
  const waiting = parsePending(await sources.userData.get('waiting'));
  const news: TopicNews[] = [];
  for (const topic of state.topics) {
    const unread = await sources.digest.get(unreadOfTopic(topic, state.alerts, state.isRead));
    const muteOf = topicMuteTest(topic.ignored ?? []);
    const isUnmuted = (paper: Paper) => muteOf(topicTextOf(paper)) === null;
    const below = await sources.digest.get(
      waiting.filter(({ topicIds }) => topicIds.includes(topic.id)).map(({ work }) => work),
    );
    const announced = new Set([...unread, ...below].map(({ id }) => id));
    const isNew = ({ id }: Paper) => announced.has(id);
    const earlier = topic.like
      ? await similarEarlierPapers(topic, isNew, sources)
      : earlierMatches(topic, await newestFirst(topic, sources), isNew);
    news.push({
      topic: toTopic(topic),
      unread: await alerted(unread, topic, state, sources),
      below: await withMarks(below.filter(isUnmuted), sources.userData),
      earlier: await withMarks(earlier, sources.userData),
    });
  }
  return { topics: news, total: summarizeUnread(state, sources.now()).total };
}

/** Papers with their alert for this topic. */
async function alerted(
  papers: Paper[],
  topic: ParsedTopic,
  { alerts }: UnreadState,
  { userData }: UnreadSources,
): Promise<AlertedPaper[]> {
  const byWork = new Map(alerts.map((alert) => [alert.work, alert]));
  const words = matchedWords(topic);
  return (await withMarks(papers, userData)).map((listed) => {
    const alert = byWork.get(listed.paper.id);
    return {
      ...listed,
      alertedAt: alert?.at ?? topic.created,
      why: words(topicTextOf(listed.paper)),
      passed: alert?.passed?.[topic.id] ?? null,
    };
  });
}

async function newestFirst(topic: ParsedTopic, sources: UnreadSources): Promise<Paper[]> {
  const candidates = await topicCandidates(topic.parsed, await sources.index());
  if (candidates === null) return sources.digest.byListing({ limit: maxListings });
  const papers = await sources.digest.get([...candidates]);
  return papers
    .filter(({ listedAt }) => listedAt !== null)
    .sort((a, b) => latestFirst(a.listedAt, b.listedAt) || (a.id < b.id ? -1 : 1));
}
