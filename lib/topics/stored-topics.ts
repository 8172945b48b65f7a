/** Topics, alerts and pending papers as they are stored, and as the rules use them. */
import type { PaperId } from '../paper/paper.ts';
import type { ParsedQuery } from '../query/parsed-query.ts';
import type { Moment } from '../time/days.ts';
import type { Alert, PendingPaper } from './alerts.ts';
import type { ExampleModel } from './example-model.ts';
import { makeTopic, type ParsedTopic, reparseTopic, type Topic } from './topic.ts';

/** A topic with its parsed query; null where the query needs to be parsed again. */
export interface StoredTopic extends Topic {
  parsed: ParsedQuery | null;
  /** The model trained on the examples of `like`; absent until it is trained. */
  model?: ExampleModel | undefined;
}

/** A paper that was new for topics. It is unread until its marks say that it was read. */
export interface StoredAlert {
  topics: string[];
  at: Moment;
  /** By topic, the minimum of upvotes that it reached after it was listed. */
  passed?: Record<string, number> | undefined;
}

/** A new paper that matches topics except for its upvotes. */
export interface StoredPending {
  topics: string[];
  /** When this device first saw it listed. */
  at: Moment;
}

/** A stored topic with its query parsed by the current rules. */
export function parseStoredTopic(topic: StoredTopic): ParsedTopic {
  if (topic.parsed !== null) return reparseTopic({ ...topic, parsed: topic.parsed });
  return { ...makeTopic(topic), ...(topic.model ? { model: topic.model } : {}) };
}

export function parseAlerts(alerts: Record<PaperId, StoredAlert>): Alert[] {
  return Object.entries(alerts).map(([work, { topics, at, passed }]) => ({
    work,
    topicIds: topics,
    at,
    ...(passed ? { passed } : {}),
  }));
}

/** The stored alerts with these added or replaced. */
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

export function parsePending(waiting: Record<PaperId, StoredPending>): PendingPaper[] {
  return Object.entries(waiting).map(([work, { topics, at }]) => ({ work, topicIds: topics, at }));
}

/** The stored pending papers with these merged in. */
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
