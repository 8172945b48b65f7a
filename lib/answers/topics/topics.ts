/** Topics as the user makes, tries, edits and gives them up. */

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
import { previewFrom, previewTopic, similarSpellings } from '../../topics/preview-topic.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import { makeTopic, type Topic, toTopic } from '../../topics/topic.ts';
import { topicCandidates } from '../../topics/topic-candidates.ts';
import type { TopicPreview } from '../../topics/topic-preview.ts';
import { topicProblem } from '../../topics/topic-problem.ts';
import type { TopicReasons } from '../../topics/topic-reasons.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { withMarks } from '../papers/latest-papers.ts';
import { pageAsPaper, savedOrListed } from '../papers/saved-papers.ts';

export interface TopicPreviewRequest {
  query: string;
  least?: number | undefined;
}

/** A topic to follow, as the user wrote it. */
export interface FollowRequest extends Pick<Topic, 'like' | 'least' | 'quiet' | 'arxiv'> {
  name: string;
  query: string;
}

export interface EditTopicRequest extends FollowRequest {
  id: string;
}

/** A stored paper by its id, or the paper of a page. */
export type TopicReasonsRequest = { id: PaperId } | { paper: PagePaper };

export interface TopicSources {
  userData: UserDataStore;
  digest: Pick<DigestStore, 'byListing' | 'find' | 'get'>;
  words(): Promise<WordIndex>;
  /** What arXiv's feeds alone brought in a week; null where the user follows none. */
  arxivWeek?(): Promise<ArxivWeek | null>;
  now(): Moment;
  newId(): string;
}

const mostTopics = 1_000;
/** More papers than Daily Papers lists in half a year. */
const previewPapers = 20_000;

/** What a topic would have brought, counting matches with at least `least` upvotes. */
export async function topicPreview(
  { query, least = 0 }: TopicPreviewRequest,
  sources: TopicSources,
): Promise<TopicPreview> {
  const { query: parsed } = parseQuery(query);
  const now = sources.now();
  const [papers, words] = await Promise.all([
    sources.digest.byListing({ since: previewFrom(now), limit: previewPapers }),
    sources.words(),
  ]);
  const candidates = await topicCandidates(parsed, words);
  const week = (await sources.arxivWeek?.()) ?? null;
  const preview = previewTopic(query, papers, now, { least, candidates });
  return {
    ...preview,
    ...(week === null ? {} : { arxivPerWeek: addedPerWeek(parsed, week) }),
    problem: preview.problem,
    matches: await withMarks(preview.matches, sources.userData),
    below: {
      count: preview.below.count,
      matches: await withMarks(preview.below.matches, sources.userData),
    },
    similarSpellings: await similarSpellings(parsed, words, {
      get: (ids) => sources.digest.get([...ids]),
    }),
  };
}

/** How every topic stands to one paper. Throws a sentence when nothing is known of it. */
export async function topicReasons(
  asked: TopicReasonsRequest,
  sources: { userData: Pick<UserDataStore, 'get'>; digest: Pick<DigestStore, 'find' | 'get'> },
): Promise<TopicReasons[]> {
  const paper =
    'id' in asked
      ? await savedOrListed(asked.id, sources)
      : ((await sources.digest.find(keysOf(asked.paper))) ?? pageAsPaper(asked.paper));
  if (paper === null) {
    throw new FailureError({
      code: 'bad-request',
      message: 'This paper is on this computer no longer, so the topics could not be asked.',
    });
  }
  const alert = (await sources.userData.get('alerts'))[paper.id];
  return (await sources.userData.get('topics')).map((stored) => {
    const topic = parseStoredTopic(stored);
    const checks = explainTopic(topic, paper);
    return {
      topic: toTopic(topic),
      matches: allHold(checks),
      notifiedAt: alert?.topics.includes(topic.id) ? alert.at : null,
      checks,
    };
  });
}

/** Makes a topic, or says why its query cannot be one. */
export async function followTopic(asked: FollowRequest, sources: TopicSources): Promise<Topic> {
  refuseHopeless(asked, sources.now());
  const topic = makeTopic({ ...asked, id: sources.newId(), created: sources.now() });
  await sources.userData.update('topics', (topics) => {
    if (topics.length >= mostTopics) {
      throw new FailureError({
        code: 'bad-request',
        message: `There are ${mostTopics} topics already, so this one was not made. Unfollow one first.`,
      });
    }
    return [...topics, topic];
  });
  return toTopic(topic);
}

/** Changes name or query. What the topic has announced stays; what it will announce follows the new query. */
export async function editTopic(asked: EditTopicRequest, sources: TopicSources): Promise<Topic> {
  refuseHopeless(asked, sources.now());
  const topics = await sources.userData.update('topics', (known) =>
    known.map((topic) =>
      topic.id === asked.id
        ? makeTopic({ ...asked, created: topic.created, ignored: topic.ignored })
        : topic,
    ),
  );
  const edited = topics.find(({ id }) => id === asked.id);
  if (edited === undefined) {
    throw new FailureError({
      code: 'bad-request',
      message: 'This topic is gone, perhaps unfollowed in another window. Nothing was changed.',
    });
  }
  return toTopic(parseStoredTopic(edited));
}

export async function unfollowTopic(id: string, userData: UserDataStore): Promise<void> {
  await userData.update('topics', (topics) => topics.filter((topic) => topic.id !== id));
}

/** The topic as it was, once. */
export async function restoreTopic(topic: Topic, userData: UserDataStore): Promise<void> {
  await userData.update('topics', (topics) =>
    topics.some(({ id }) => id === topic.id) ? topics : [...topics, makeTopic(topic)],
  );
}

function refuseHopeless({ query, like }: FollowRequest, now: Moment): void {
  if (like) return;
  const problem = topicProblem(parseQuery(query), now.slice(0, 10));
  if (problem !== null) {
    throw new FailureError({ code: 'bad-request', message: problemSentence(problem) });
  }
}
