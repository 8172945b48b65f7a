/** Calls about topics and what is unread. */
import { ListingCache } from '../../answers/papers/listing-cache.ts';
import { examplePreview } from '../../answers/topics/example-preview.ts';
import {
  editTopic,
  followTopic,
  restoreTopic,
  type TopicSources,
  topicPreview,
  topicReasons,
  unfollowTopic,
} from '../../answers/topics/topics.ts';
import { unreadAnswer } from '../../answers/topics/unread.ts';
import { FailureError } from '../../failure/failure.ts';
import type { topicCalls } from '../../messages/calls/topics.ts';
import type { Handlers } from '../../messages/contract.ts';
import { recordTopicOrigin, wasCreatedFromTab } from '../../storage/topic-origin-store.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import { toTopic } from '../../topics/topic.ts';
import type { Ports } from '../ports.ts';
import type { HandlerContext } from './context.ts';

/** The papers that the user's arXiv categories added lately, and in how many days; null without any. */
async function arxivWeek({ userData, feedState, digest }: Ports) {
  const { arxiv } = await userData.get('settings');
  if (!arxiv || arxiv.categories.length === 0) return null;
  const { added } = await feedState.read();
  const papers = await digest.get([...new Set(Object.values(added).flat())]);
  return {
    papers: papers.filter(({ listedAt }) => listedAt === null),
    days: Object.keys(added).length,
  };
}

export function topicHandlers({
  ports,
  now,
}: HandlerContext): Pick<Handlers, keyof typeof topicCalls> {
  const { digest, userData, index } = ports;
  const sources: TopicSources = {
    userData,
    digest: new ListingCache(digest, now),
    words: index,
    now,
    newId: () => crypto.randomUUID(),
    arxivWeek: () => arxivWeek(ports),
  };
  return {
    unread: () => unreadAnswer({ userData, digest, index, now }),
    topics: async () =>
      (await userData.get('topics')).map((topic) => toTopic(parseStoredTopic(topic))),
    previewTopic: (request) => topicPreview(request, sources),
    previewLike: (request) => examplePreview(request, { ...sources, index }),

    async follow(request, { tabId }) {
      const topic = await followTopic(request, sources);
      await recordTopicOrigin(topic.id, tabId);
      return topic;
    },

    async undoFollow({ id }, { tabId }) {
      if (!(await wasCreatedFromTab(id, tabId))) {
        throw new FailureError({
          code: 'not-allowed',
          message: 'This topic was not created here. Unfollow it in Kindred’s popup.',
        });
      }
      await unfollowTopic(id, userData);
      return null;
    },

    editTopic: (request) => editTopic(request, sources),

    async unfollow({ id }) {
      await unfollowTopic(id, userData);
      return null;
    },

    async restoreTopic({ topic }) {
      await restoreTopic(topic, userData);
      return null;
    },

    topicReasons: (request) => topicReasons(request, sources),
  };
}
