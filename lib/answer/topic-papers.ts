/** Which listed papers of half a year the reader's topics have. */
import type { AuthoredStore } from '../authored/authored.ts';
import type { DigestStore } from '../digest/store.ts';
import { ignoredIn } from '../ignored/ignored.ts';
import type { Day, Paper, PaperId } from '../paper/paper.ts';
import type { WordIndex } from '../search/word-index.ts';
import { leastLikeness } from '../topics/likeness.ts';
import { leastUpvotes, topicTextOf } from '../topics/match-topic.ts';
import { readTopic } from '../topics/read-stored.ts';
import { scanTest } from '../topics/scan-topic.ts';
import type { StoredTopic } from '../topics/topic.ts';
import { topicCandidates } from '../topics/topic-candidates.ts';
import { windowStart } from '../trends/week-window.ts';

export interface TopicPapersSources {
  authored: Pick<AuthoredStore, 'get'>;
  digest: Pick<DigestStore, 'byListing' | 'counts'>;
  index(): Promise<
    WordIndex & {
      scoreBy(weights: [term: string, weight: number][]): Promise<Map<PaperId, number>>;
    }
  >;
}

export interface TopicPapers {
  topic: StoredTopic;
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

/** Every topic with its papers among these: with the upvotes it asks for, without what it ignores. */
export async function topicPapers(
  papers: readonly Paper[],
  { authored, index }: Pick<TopicPapersSources, 'authored' | 'index'>,
): Promise<TopicPapers[]> {
  const topics = (await authored.get('topics')).map(readTopic);
  if (topics.length === 0) return [];
  const words = await index();
  return Promise.all(
    topics.map(async (topic) => {
      const has = topic.like
        ? await likeTest(topic, words)
        : scanTest(topic.parsed, await topicCandidates(topic.parsed, words));
      const least = topic.like ? 0 : leastUpvotes(topic);
      const ignored = topic.ignored ? ignoredIn(topic.ignored) : () => null;
      return {
        topic,
        papers: papers.filter(
          (paper) =>
            (paper.upvotes ?? 0) >= least && has(paper) && ignored(topicTextOf(paper)) === null,
        ),
      };
    }),
  );
}

async function likeTest(
  { model, least }: StoredTopic,
  index: Awaited<ReturnType<TopicPapersSources['index']>>,
): Promise<(paper: Paper) => boolean> {
  if (!model) return () => false;
  const scores = await index.scoreBy(model.weights.map(([term, weight]) => [term, weight]));
  return ({ id }) => (scores.get(id) ?? 0) >= (least ?? leastLikeness);
}
