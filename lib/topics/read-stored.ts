/** Topics and alerts as they are stored, read as the rules need them. */
import type { Authored, StoredTopic as AuthoredTopic } from '../authored/authored.ts';
import type { Alert } from './alerts.ts';
import { makeTopic, rereadTopic, type StoredTopic } from './topic.ts';

/** A stored topic with its query read by today's rules. */
export function readTopic(topic: AuthoredTopic): StoredTopic {
  return topic.parsed === null ? makeTopic(topic) : rereadTopic({ ...topic, parsed: topic.parsed });
}

/** Stored alerts as a list. */
export function alertsOf(alerts: Authored['alerts']): Alert[] {
  return Object.entries(alerts).map(([work, { topics, at }]) => ({ work, topicIds: topics, at }));
}
