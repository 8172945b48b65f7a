/** What the popup shows of a topic. */
import { topicMuteTest } from '../mutes/mute-rules.ts';
import type { Paper, PaperId } from '../paper/paper.ts';
import type { Alert, Alias } from './alerts.ts';
import { topicTest, topicTextOf } from './match-topic.ts';
import type { ParsedTopic } from './topic.ts';
import { type IsRead, unreadAlerts } from './unread.ts';

export const MAX_EARLIER = 10;

/** Unread announced works of one topic, newest announcement first. */
export function topicUnread(
  topic: ParsedTopic,
  alerts: readonly Alert[],
  isRead: IsRead,
  alias?: Alias,
): PaperId[] {
  return unreadAlerts(alerts, isRead, new Set([topic.id]), alias);
}

/**
 * The ten latest papers that match, were listed before the topic was made and are no news of it. `newestFirst` are papers by listing day (the topic's candidates will do); it is read only
 * as far as needed.
 */
export function earlierMatches(
  topic: ParsedTopic,
  newestFirst: Iterable<Paper>,
  isNew: (paper: Paper) => boolean = () => false,
): Paper[] {
  const test = topicTest(topic.parsed);
  const ignored = topicMuteTest(topic.ignored ?? []);
  const madeOn = topic.created.slice(0, 10);
  const found: Paper[] = [];
  for (const paper of newestFirst) {
    if (paper.listedAt === null || paper.listedAt > madeOn || isNew(paper)) continue;
    const text = topicTextOf(paper);
    if (test(text) === null || ignored(text) !== null) continue;
    found.push(paper);
    if (found.length === MAX_EARLIER) break;
  }
  return found;
}
