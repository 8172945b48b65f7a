import { topicMuteTest } from '../mutes/mute-rules.ts';
import type { Paper, PaperId } from '../paper/paper.ts';
import type { Alert } from './alerts.ts';
import { topicTest, topicTextOf } from './match-topic.ts';
import type { ParsedTopic } from './topic.ts';
import { type IsRead, unreadAlerts } from './unread.ts';

export const MAX_EARLIER = 10;

/** Unread works announced for one topic, newest announcement first. */
export function unreadOfTopic(
  topic: ParsedTopic,
  alerts: readonly Alert[],
  isRead: IsRead,
): PaperId[] {
  return unreadAlerts(alerts, isRead, new Set([topic.id]));
}

/**
 * The ten latest matches that were listed before the topic was created and are not new for it.
 * `newestFirst` are papers by listing day (the topic's candidates are enough), read as far as
 * needed.
 */
export function earlierMatches(
  topic: ParsedTopic,
  newestFirst: Iterable<Paper>,
  isNew: (paper: Paper) => boolean = () => false,
): Paper[] {
  const test = topicTest(topic.parsed);
  const muteOf = topicMuteTest(topic.ignored ?? []);
  const createdOn = topic.created.slice(0, 10);
  const found: Paper[] = [];
  for (const paper of newestFirst) {
    if (paper.listedAt === null || paper.listedAt > createdOn || isNew(paper)) continue;
    const text = topicTextOf(paper);
    if (test(text) === null || muteOf(text) !== null) continue;
    found.push(paper);
    if (found.length === MAX_EARLIER) break;
  }
  return found;
}
