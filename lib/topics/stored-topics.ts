/** Topics and alerts as they are stored, read as the rules need them. */

import type { PaperId } from '../paper/paper.ts';
import type { Alert, PendingPaper } from './alerts.ts';
import type { StoredTopic as AuthoredTopic, StoredAlert, StoredPending } from './stored-topic.ts';
import { makeTopic, type ParsedTopic, reparseTopic } from './topic.ts';

/** A stored topic with its query read by today's rules. */
export function parseStoredTopic(topic: AuthoredTopic): ParsedTopic {
  if (topic.parsed !== null) return reparseTopic({ ...topic, parsed: topic.parsed });
  return { ...makeTopic(topic), ...(topic.model ? { model: topic.model } : {}) };
}

/** Stored alerts as a list. */
export function parseAlerts(alerts: Record<PaperId, StoredAlert>): Alert[] {
  return Object.entries(alerts).map(([work, { topics, at, passed }]) => ({
    work,
    topicIds: topics,
    at,
    ...(passed ? { passed } : {}),
  }));
}

/** Alerts among those that are stored. */
export function addAlerts(
  stored: Record<PaperId, StoredAlert>,
  alerts: readonly Alert[],
): Record<PaperId, StoredAlert> {
  if (alerts.length === 0) return stored;
  const after = { ...stored };
  for (const { work, topicIds, at, passed } of alerts) {
    after[work] = { topics: topicIds, at, ...(passed ? { passed } : {}) };
  }
  return after;
}

/** Stored waiting works as a list. */
export function parsePending(waiting: Record<PaperId, StoredPending>): PendingPaper[] {
  return Object.entries(waiting).map(([work, { topics, at }]) => ({ work, topicIds: topics, at }));
}

/** Waiting works as they are stored, added to those that are there. */
export function addPending(
  stored: Record<PaperId, StoredPending>,
  waiting: readonly PendingPaper[],
): Record<PaperId, StoredPending> {
  const after = { ...stored };
  for (const { work, topicIds, at } of waiting) {
    const before = after[work];
    const topics = [...new Set([...(before?.topics ?? []), ...topicIds])].sort();
    after[work] = { topics, at: before && before.at < at ? before.at : at };
  }
  return after;
}
