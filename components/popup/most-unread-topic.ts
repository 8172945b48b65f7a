import type { TopicNews } from '../../lib/answers/topics/unread-answer.ts';

/**
 * Returns the id of the topic with the most unread papers among those that notify; null where there
 * is none or several have equally many.
 */
export function mostUnreadTopic(news: readonly TopicNews[]): string | null {
  const [first, second] = news
    .filter(({ topic, unread }) => unread.length > 0 && !topic.quiet)
    .sort((a, b) => b.unread.length - a.unread.length);
  return first && first.unread.length > (second?.unread.length ?? 0) ? first.topic.id : null;
}
