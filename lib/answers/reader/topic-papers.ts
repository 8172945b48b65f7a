/** Which papers of the digest the user's topics have. */

import type { DigestStore } from '../../digest/store.ts';
import { topicMuteTest } from '../../mutes/mute-rules.ts';
import type { Paper, PaperId } from '../../paper/paper.ts';
import type { WordIndex } from '../../search/matching/word-index.ts';
import type { Day } from '../../time/days.ts';
import { MIN_SIMILARITY } from '../../topics/example-model.ts';
import { minUpvotesOf, topicTextOf } from '../../topics/match-topic.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import type { ParsedTopic } from '../../topics/topic.ts';
import { topicCandidates } from '../../topics/topic-candidates.ts';
import { scanTest } from '../../topics/topic-scan.ts';
import { windowStart } from '../../trends/week-window.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';

export interface TopicPapersSources {
  userData: Pick<UserDataStore, 'get'>;
  digest: Pick<DigestStore, 'byListing' | 'counts'>;
  index(): Promise<
    WordIndex & {
      scoreByWeights(weights: [term: string, weight: number][]): Promise<Map<PaperId, number>>;
    }
  >;
}

export interface TopicPapers {
  topic: ParsedTopic;
  /** Newest listing first. */
  papers: Paper[];
}

/** More papers than Daily Papers lists in half a year. */
const mostPapers = 20_000;

/** Listed papers of the half year that ends with the newest listing, newest first. */
export async function halfYear({
  counts,
  byListing,
}: Pick<DigestStore, 'byListing' | 'counts'>): Promise<{ end: Day; papers: Paper[] } | null> {
  const { newestListing: end } = await counts();
  if (end === null) return null;
  return { end, papers: await byListing({ since: windowStart(end), limit: mostPapers }) };
}

/** A topic made ready for many papers. */
interface TopicTest {
  topic: ParsedTopic;
  /** The only papers it may have; null where any may be. */
  candidates: ReadonlySet<PaperId> | null;
  /** Whether it has a paper: with the upvotes it asks for, without what it ignores. */
  has(paper: Paper): boolean;
}

async function topicTests({
  userData,
  index,
}: Pick<TopicPapersSources, 'userData' | 'index'>): Promise<TopicTest[]> {
  const topics = (await userData.get('topics')).map(parseStoredTopic);
  if (topics.length === 0) return [];
  const words = await index();
  return Promise.all(
    topics.map(async (topic) => {
      const candidates = topic.like
        ? await likeCandidates(topic, words)
        : await topicCandidates(topic.parsed, words);
      const asked = topic.like
        ? ({ id }: Paper) => candidates?.has(id) === true
        : scanTest(topic.parsed, candidates);
      const least = topic.like ? 0 : minUpvotesOf(topic);
      const ignored = topic.ignored ? topicMuteTest(topic.ignored) : () => null;
      return {
        topic,
        candidates,
        has: (paper) =>
          (paper.upvotes ?? 0) >= least && asked(paper) && ignored(topicTextOf(paper)) === null,
      };
    }),
  );
}

async function likeCandidates(
  { model, least }: ParsedTopic,
  index: Awaited<ReturnType<TopicPapersSources['index']>>,
): Promise<Set<PaperId>> {
  if (!model) return new Set();
  const scores = await index.scoreByWeights(model.weights.map(([term, weight]) => [term, weight]));
  const close = [...scores].filter(([, score]) => score >= (least ?? MIN_SIMILARITY));
  return new Set(close.map(([id]) => id));
}

/** Every topic with its papers among these. */
export async function topicPapers(
  papers: readonly Paper[],
  sources: Pick<TopicPapersSources, 'userData' | 'index'>,
): Promise<TopicPapers[]> {
  return (await topicTests(sources)).map(({ topic, has }) => ({
    topic,
    papers: papers.filter(has),
  }));
}

/** Papers read at once, which are forgotten before the next. */
const batch = 500;

/**
 * Every topic with the ids of its papers among these, read from the digest as far as they may be
 * any topic's. What arXiv's feeds alone told of is of the topics that watch them.
 */
export async function idsOfTopics(
  ids: readonly PaperId[],
  {
    digest,
    ...sources
  }: Pick<TopicPapersSources, 'userData' | 'index'> & {
    digest: Pick<DigestStore, 'get'>;
  },
): Promise<{ topic: ParsedTopic; ids: Set<PaperId> }[]> {
  const tests = await topicTests(sources);
  const found = tests.map(({ topic }) => ({ topic, ids: new Set<PaperId>() }));
  const asked = ids.filter((id) => tests.some(({ candidates }) => candidates?.has(id) !== false));
  for (let from = 0; from < asked.length; from += batch) {
    for (const paper of await digest.get(asked.slice(from, from + batch))) {
      const fedAlone = paper.sources.every((source) => source === 'arxiv');
      for (const [at, { topic, has }] of tests.entries()) {
        if ((!fedAlone || topic.arxiv) && has(paper)) found[at]?.ids.add(paper.id);
      }
    }
  }
  return found;
}
