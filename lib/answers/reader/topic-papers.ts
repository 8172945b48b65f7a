import type { DigestStore } from '../../digest/store.ts';
import { topicMuteTest } from '../../mutes/mute-rules.ts';
import type { Paper, PaperId } from '../../paper/paper.ts';
import type { WordIndex } from '../../search/matching/word-index.ts';
import type { Day } from '../../time/days.ts';
import { MIN_SIMILARITY } from '../../topics/example-model.ts';
import { minUpvotesOf, topicTextOf } from '../../topics/match-topic.ts';
import { MAX_PREVIEW_PAPERS } from '../../topics/preview-topic.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import type { ParsedTopic } from '../../topics/topic.ts';
import { topicCandidates } from '../../topics/topic-candidates.ts';
import { scanTest } from '../../topics/topic-scan.ts';
import { windowStart } from '../../trends/week-window.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import type { ScoreIndex } from '../topics/similar-earlier-papers.ts';

export interface TopicPapersSources {
  userData: Pick<UserDataStore, 'get'>;
  digest: Pick<DigestStore, 'byListing' | 'counts'>;
  index(): Promise<WordIndex & ScoreIndex>;
}

interface TopicPapers {
  topic: ParsedTopic;
  /** Newest listing first. */
  papers: Paper[];
}

/** Listed papers of the half year that ends with the newest listing, newest first. */
export async function halfYear(
  digest: Pick<DigestStore, 'byListing' | 'counts'>,
): Promise<{ end: Day; papers: Paper[] } | null> {
  const { newestListing: end } = await digest.counts();
  if (end === null) return null;
  const papers = await digest.byListing({ since: windowStart(end), limit: MAX_PREVIEW_PAPERS });
  return { end, papers };
}

/** A topic prepared for many papers. */
interface TopicTest {
  topic: ParsedTopic;
  /** The only papers that can match; null if any can. */
  candidates: ReadonlySet<PaperId> | null;
  /** Whether a paper matches, with its minimum of upvotes and its mute rules. */
  matches(paper: Paper): boolean;
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
        ? await exampleCandidates(topic, words)
        : await topicCandidates(topic.parsed, words);
      const isMatch = topic.like
        ? ({ id }: Paper) => candidates?.has(id) === true
        : scanTest(topic.parsed, candidates);
      const minUpvotes = topic.like ? 0 : minUpvotesOf(topic);
      const muteOf = topic.ignored ? topicMuteTest(topic.ignored) : () => null;
      return {
        topic,
        candidates,
        matches: (paper) =>
          (paper.upvotes ?? 0) >= minUpvotes &&
          isMatch(paper) &&
          muteOf(topicTextOf(paper)) === null,
      };
    }),
  );
}

async function exampleCandidates(
  { model, least }: ParsedTopic,
  index: ScoreIndex,
): Promise<Set<PaperId>> {
  if (!model) return new Set();
  const scores = await index.scoreByWeights(model.weights.map(([term, weight]) => [term, weight]));
  const close = [...scores].filter(([, score]) => score >= (least ?? MIN_SIMILARITY));
  return new Set(close.map(([id]) => id));
}

/** Each topic with its matches among these papers. */
export async function topicPapers(
  papers: readonly Paper[],
  sources: Pick<TopicPapersSources, 'userData' | 'index'>,
): Promise<TopicPapers[]> {
  return (await topicTests(sources)).map(({ topic, matches }) => ({
    topic,
    papers: papers.filter(matches),
  }));
}

/** Papers in memory at a time. */
const batchSize = 500;

/**
 * Each topic with the ids of its matches. Papers that only arXiv's feeds have belong to the topics
 * that follow arXiv.
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
  const read = ids.filter((id) => tests.some(({ candidates }) => candidates?.has(id) !== false));
  for (let from = 0; from < read.length; from += batchSize) {
    for (const paper of await digest.get(read.slice(from, from + batchSize))) {
      const isOnlyFromArxiv = paper.sources.every((source) => source === 'arxiv');
      for (const [at, { topic, matches }] of tests.entries()) {
        if ((!isOnlyFromArxiv || topic.arxiv) && matches(paper)) found[at]?.ids.add(paper.id);
      }
    }
  }
  return found;
}
