/** Topics and alerts as they are stored, read as the rules need them. */

import type { Alert, Waiting } from '../topics/alerts.ts';
import type { StoredTopic as AuthoredTopic } from '../topics/stored-topic.ts';
import { makeTopic, rereadTopic, type StoredTopic } from '../topics/topic.ts';
import type { Authored } from './user-data.ts';

/** A stored topic with its query read by today's rules. */
export function readTopic(topic: AuthoredTopic): StoredTopic {
  if (topic.parsed !== null) return rereadTopic({ ...topic, parsed: topic.parsed });
  return { ...makeTopic(topic), ...(topic.model ? { model: topic.model } : {}) };
}

/** Stored alerts as a list. */
export function alertsOf(alerts: Authored['alerts']): Alert[] {
  return Object.entries(alerts).map(([work, { topics, at, passed }]) => ({
    work,
    topicIds: topics,
    at,
    ...(passed ? { passed } : {}),
  }));
}

/** Alerts among those that are stored. */
export function withAlerts(
  stored: Authored['alerts'],
  alerts: readonly Alert[],
): Authored['alerts'] {
  if (alerts.length === 0) return stored;
  const after = { ...stored };
  for (const { work, topicIds, at, passed } of alerts) {
    after[work] = { topics: topicIds, at, ...(passed ? { passed } : {}) };
  }
  return after;
}

/** Stored waiting works as a list. */
export function waitingOf(waiting: Authored['waiting']): Waiting[] {
  return Object.entries(waiting).map(([work, { topics, at }]) => ({ work, topicIds: topics, at }));
}

/** Waiting works as they are stored, added to those that are there. */
export function withWaiting(
  stored: Authored['waiting'],
  waiting: readonly Waiting[],
): Authored['waiting'] {
  const after = { ...stored };
  for (const { work, topicIds, at } of waiting) {
    const before = after[work];
    const topics = [...new Set([...(before?.topics ?? []), ...topicIds])].sort();
    after[work] = { topics, at: before && before.at < at ? before.at : at };
  }
  return after;
}
