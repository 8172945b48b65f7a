/** Topics as the reader makes, tries, edits and gives them up. */
import type { AuthoredStore } from '../authored/authored.ts';
import type { DigestStore } from '../digest/store.ts';
import type { Topic, TopicPreview } from '../messages/answers.ts';
import { FailureError } from '../messages/failure.ts';
import type { Moment } from '../paper/paper.ts';
import { parseQuery } from '../query/parse-query.ts';
import { problemSentence } from '../query/problems.ts';
import type { WordIndex } from '../search/word-index.ts';
import { previewFrom, previewTopic, similarSpellings } from '../topics/preview-topic.ts';
import { readTopic } from '../topics/read-stored.ts';
import { makeTopic, shownTopic } from '../topics/topic.ts';
import { topicProblem } from '../topics/topic-problem.ts';
import { withMarks } from './listed-papers.ts';

export interface TopicSources {
  authored: AuthoredStore;
  digest: Pick<DigestStore, 'byListing' | 'get'>;
  words(): Promise<WordIndex>;
  now(): Moment;
  newId(): string;
}

const mostTopics = 1_000;
const shownMatches = 50;
/** More papers than Daily Papers lists in 30 days. */
const previewPapers = 6_000;

export async function topicPreview(query: string, sources: TopicSources): Promise<TopicPreview> {
  const now = sources.now();
  const papers = await sources.digest.byListing({ since: previewFrom(now), limit: previewPapers });
  const preview = previewTopic(query, papers, now);
  const words = await sources.words();
  return {
    problem: preview.problem === null ? null : problemSentence(preview.problem),
    count: preview.count,
    matches: await withMarks(preview.matches.slice(0, shownMatches), sources.authored),
    similarSpellings: await similarSpellings(parseQuery(query).query, words, {
      get: (ids) => sources.digest.get([...ids]),
    }),
  };
}

/** Makes a topic, or says why its query cannot be one. */
export async function followTopic(
  asked: { name: string; query: string },
  sources: TopicSources,
): Promise<Topic> {
  refuseHopeless(asked.query, sources.now());
  const topic = makeTopic({ ...asked, id: sources.newId(), created: sources.now() });
  await sources.authored.update('topics', (topics) => {
    if (topics.length >= mostTopics) {
      throw new FailureError({
        code: 'bad-request',
        message: `There are ${mostTopics} topics already, so this one was not made. Unfollow one first.`,
      });
    }
    return [...topics, topic];
  });
  return shownTopic(topic);
}

/** Changes name or query. What the topic has announced stays; what it will announce follows the new query. */
export async function editTopic(
  asked: { id: string; name: string; query: string },
  sources: TopicSources,
): Promise<Topic> {
  refuseHopeless(asked.query, sources.now());
  const topics = await sources.authored.update('topics', (known) =>
    known.map((topic) =>
      topic.id === asked.id ? makeTopic({ ...asked, created: topic.created }) : topic,
    ),
  );
  const edited = topics.find(({ id }) => id === asked.id);
  if (edited === undefined) {
    throw new FailureError({
      code: 'bad-request',
      message: 'This topic is gone, perhaps unfollowed in another window. Nothing was changed.',
    });
  }
  return shownTopic(readTopic(edited));
}

export async function unfollowTopic(id: string, authored: AuthoredStore): Promise<void> {
  await authored.update('topics', (topics) => topics.filter((topic) => topic.id !== id));
}

/** The topic as it was, once. */
export async function restoreTopic(topic: Topic, authored: AuthoredStore): Promise<void> {
  await authored.update('topics', (topics) =>
    topics.some(({ id }) => id === topic.id) ? topics : [...topics, makeTopic(topic)],
  );
}

function refuseHopeless(query: string, now: Moment): void {
  const problem = topicProblem(parseQuery(query), now.slice(0, 10));
  if (problem !== null) {
    throw new FailureError({ code: 'bad-request', message: problemSentence(problem) });
  }
}
