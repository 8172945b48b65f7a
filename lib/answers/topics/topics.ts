import type { DigestStore } from '../../digest/store.ts';
import { FailureError } from '../../failure/failure.ts';
import { keysOf } from '../../paper/identity.ts';
import type { PagePaper, PaperId } from '../../paper/paper.ts';
import { parseQuery } from '../../query/parse-query.ts';
import { problemSentence } from '../../query/problems.ts';
import type { WordIndex } from '../../search/matching/word-index.ts';
import type { Moment } from '../../time/days.ts';
import { type ArxivWeek, addedPerWeek } from '../../topics/arxiv-week.ts';
import { allHold, explainTopic } from '../../topics/explain-topic.ts';
import {
  MAX_PREVIEW_PAPERS,
  previewFrom,
  previewTopic,
  similarSpellings,
} from '../../topics/preview-topic.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import { makeTopic, type Topic, toTopic } from '../../topics/topic.ts';
import { topicCandidates } from '../../topics/topic-candidates.ts';
import type { TopicPreview } from '../../topics/topic-preview.ts';
import { topicProblem } from '../../topics/topic-problem.ts';
import type { TopicReasons } from '../../topics/topic-reasons.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { withMarks } from '../papers/latest-papers.ts';
import { pageAsPaper, savedOrListed } from '../papers/saved-papers.ts';

interface TopicPreviewRequest {
  query: string;
  least?: number | undefined;
}

/** A topic to follow, from the user's input. */
interface FollowRequest extends Pick<Topic, 'like' | 'least' | 'quiet' | 'arxiv'> {
  name: string;
  query: string;
}

interface EditTopicRequest extends FollowRequest {
  id: string;
}

/** A stored paper by its id, or the paper of a page. */
type TopicReasonsRequest = { id: PaperId } | { paper: PagePaper };

export interface TopicSources {
  userData: UserDataStore;
  digest: Pick<DigestStore, 'byListing' | 'find' | 'get'>;
  words(): Promise<WordIndex>;
  /** What only arXiv's feeds had in a week; null if the user follows no category. */
  arxivWeek?(): Promise<ArxivWeek | null>;
  now(): Moment;
  newId(): string;
}

const maxTopics = 1_000;

/** The back-test of a query, counting matches with at least `least` upvotes. */
export async function topicPreview(
  { query, least = 0 }: TopicPreviewRequest,
  sources: TopicSources,
): Promise<TopicPreview> {
  const { query: parsed } = parseQuery(query);
  const now = sources.now();
  const [papers, words] = await Promise.all([
    sources.digest.byListing({ since: previewFrom(now), limit: MAX_PREVIEW_PAPERS }),
    sources.words(),
  ]);
  const candidates = await topicCandidates(parsed, words);
  const week = (await sources.arxivWeek?.()) ?? null;
  const preview = previewTopic(query, papers, now, { least, candidates });
  return {
    ...preview,
    ...(week === null ? {} : { arxivPerWeek: addedPerWeek(parsed, week) }),
    matches: await withMarks(preview.matches, sources.userData),
    below: {
      count: preview.below.count,
      matches: await withMarks(preview.below.matches, sources.userData),
    },
    similarSpellings: await similarSpellings(parsed, words, sources.digest),
  };
}

/**
 * Why each topic matches one paper or not.
 *
 * @throws {FailureError} 'bad-request' for an unknown paper
 */
export async function topicReasons(
  request: TopicReasonsRequest,
  sources: { userData: Pick<UserDataStore, 'get'>; digest: Pick<DigestStore, 'find' | 'get'> },
): Promise<TopicReasons[]> {
  const paper =
    'id' in request
      ? await savedOrListed(request.id, sources)
      : ((await sources.digest.find(keysOf(request.paper))) ?? pageAsPaper(request.paper));
  if (paper === null) {
    throw new FailureError({
      code: 'bad-request',
      message: 'This paper was removed, so topics can’t be checked.',
    });
  }
  const alert = (await sources.userData.get('alerts'))[paper.id];
  return (await sources.userData.get('topics')).map((stored) => {
    const topic = parseStoredTopic(stored);
    const checks = explainTopic(topic, paper);
    return {
      topic: toTopic(topic),
      matches: allHold(checks),
      alertedAt: alert?.topics.includes(topic.id) ? alert.at : null,
      checks,
    };
  });
}

/**
 * Creates a topic.
 *
 * @throws {FailureError} 'bad-request' where its query can never match, or with too many topics
 */
export async function followTopic(request: FollowRequest, sources: TopicSources): Promise<Topic> {
  checkQuery(request, sources.now());
  const topic = makeTopic({ ...request, id: sources.newId(), created: sources.now() });
  await sources.userData.update('topics', (topics) => {
    if (topics.length >= maxTopics) {
      throw new FailureError({
        code: 'bad-request',
        message: `There are already ${maxTopics} topics, so this one was not created. Unfollow one first.`,
      });
    }
    return [...topics, topic];
  });
  return toTopic(topic);
}

/**
 * Changes a topic's name, query or options. Its alerts stay; only new papers follow the new query.
 *
 * @throws {FailureError} 'bad-request' where the query can never match, or the topic is gone
 */
export async function editTopic(request: EditTopicRequest, sources: TopicSources): Promise<Topic> {
  checkQuery(request, sources.now());
  const topics = await sources.userData.update('topics', (known) =>
    known.map((topic) =>
      topic.id === request.id
        ? makeTopic({ ...request, created: topic.created, ignored: topic.ignored })
        : topic,
    ),
  );
  const edited = topics.find(({ id }) => id === request.id);
  if (edited === undefined) throw topicGone();
  return toTopic(parseStoredTopic(edited));
}

export async function unfollowTopic(id: string, userData: UserDataStore): Promise<void> {
  await userData.update('topics', (topics) => topics.filter((topic) => topic.id !== id));
}

/** Adds an unfollowed topic again as it was, unless it is there. */
export async function restoreTopic(topic: Topic, userData: UserDataStore): Promise<void> {
  await userData.update('topics', (topics) =>
    topics.some(({ id }) => id === topic.id) ? topics : [...topics, makeTopic(topic)],
  );
}

function checkQuery({ query, like }: FollowRequest, now: Moment): void {
  if (like) return;
  const problem = topicProblem(parseQuery(query), now.slice(0, 10));
  if (problem !== null) {
    throw new FailureError({ code: 'bad-request', message: problemSentence(problem) });
  }
}

export function topicGone(): FailureError {
  return new FailureError({
    code: 'bad-request',
    message: 'This topic is gone, perhaps unfollowed in another window. Nothing was changed.',
  });
}
