/** Calls about topics and what is unread. */
import * as v from 'valibot';
import type { UnreadAnswer } from '../../answers/topics/unread-answer.ts';
import type { Topic } from '../../topics/topic.ts';
import type { ExamplePreview, TopicPreview } from '../../topics/topic-preview.ts';
import type { TopicReasons } from '../../topics/topic-reasons.ts';
import { answers, read, write } from '../call.ts';
import { pagePaperSchema } from './paper-schemas.ts';
import { nothing, text } from './schemas.ts';
import { delivery, paperId, topicExamples, wholeTopic } from './topic-schemas.ts';

export const topicCalls = {
  unread: read({ needsIndex: true, request: nothing, answer: answers<UnreadAnswer>() }),
  topics: read({ request: nothing, answer: answers<Topic[]>() }),
  /** What a query topic would have matched. */
  previewTopic: read({
    from: 'page',
    needsIndex: true,
    request: v.object({ query: text(500), least: delivery.least }),
    answer: answers<TopicPreview>(),
  }),
  /** What an example topic would have matched; without `least`, about five a week. */
  previewLike: read({
    from: 'page',
    needsIndex: true,
    request: v.object({ like: topicExamples, least: delivery.least }),
    answer: answers<ExamplePreview>(),
  }),
  follow: write({
    from: 'page',
    changes: ['topics'],
    request: v.object({ name: text(120), query: text(500), ...delivery }),
    answer: answers<Topic>(),
  }),
  /** Removes a topic that was created in the caller's tab in this browser session. */
  undoFollow: write({
    from: 'page',
    changes: ['topics'],
    request: v.object({ id: text(60) }),
    answer: answers<null>(),
  }),
  editTopic: write({
    changes: ['topics'],
    request: v.object({ id: text(60), name: text(120), query: text(500), ...delivery }),
    answer: answers<Topic>(),
  }),
  unfollow: write({
    changes: ['topics'],
    request: v.object({ id: text(60) }),
    answer: answers<null>(),
  }),
  /** Undoes `unfollow`: the topic as it was. */
  restoreTopic: write({
    changes: ['topics'],
    request: v.object({ topic: wholeTopic }),
    answer: answers<null>(),
  }),
  /** Why each topic matches a paper or not: one of the digest, a saved one, or a page's. */
  topicReasons: read({
    request: v.union([v.object({ id: paperId }), v.object({ paper: pagePaperSchema })]),
    answer: answers<TopicReasons[]>(),
  }),
};
