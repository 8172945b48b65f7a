import type { Paper, PaperId } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';
import {
  type Alert,
  byWork,
  oldestAlertDay,
  type PendingPaper,
  union,
  withTopics,
} from './alerts.ts';
import { minUpvotesOf, topicTextOf, topicVerdict } from './match-topic.ts';
import type { ParsedTopic } from './topic.ts';

interface PendingOutcome {
  /** To store: works that reached a topic's minimum of upvotes, with that minimum. */
  alerts: Alert[];
  /** Works still to be tested: at most 14 days old, for topics that are still followed. */
  waiting: PendingPaper[];
}

/**
 * Tests pending works by their current upvotes. Each is announced once: a work that was announced
 * for one topic and now reaches another's minimum only gains that topic. `papers` are by current
 * id, which `alias` finds for the ids from before a merge.
 */
export function matchPending({
  topics,
  waiting,
  papers,
  alerted,
  now,
  alias = (id) => id,
}: {
  topics: readonly ParsedTopic[];
  waiting: readonly PendingPaper[];
  papers: ReadonlyMap<PaperId, Paper>;
  alerted: readonly Alert[];
  now: Moment;
  alias?: (id: PaperId) => PaperId;
}): PendingOutcome {
  const known = alertsByWork(alerted, alias);
  const tests = new Map(
    topics.map((topic) => [topic.id, { least: minUpvotesOf(topic), verdict: topicVerdict(topic) }]),
  );
  const changed = new Map<PaperId, Alert>();
  const pending = new Map<PaperId, PendingPaper>();
  for (const { work: id, topicIds, at } of waiting) {
    const work = alias(id);
    const paper = papers.get(work);
    if (paper === undefined || (paper.listedAt ?? '') < oldestAlertDay(now)) continue;
    const text = topicTextOf(paper);
    const passed: Record<string, number> = {};
    for (const topicId of topicIds) {
      const test = tests.get(topicId);
      const is = test?.verdict(text) ?? null;
      if (test && is === 'in') passed[topicId] = test.least;
      if (is !== 'below') continue;
      const others = pending.get(work);
      const ids = union(others?.topicIds ?? [], [topicId]);
      pending.set(work, { work, topicIds: ids, at: others && others.at < at ? others.at : at });
    }
    const alert = withTopics(known.get(work), work, Object.keys(passed), now);
    if (alert === null) continue;
    const withPassed = { ...alert, passed: { ...passed, ...alert.passed } };
    known.set(work, withPassed);
    changed.set(work, withPassed);
  }
  return { alerts: byWork(changed), waiting: byWork(pending) };
}

/** Alerts by current id; those of merged works become one. */
function alertsByWork(
  alerted: readonly Alert[],
  alias: (id: PaperId) => PaperId,
): Map<PaperId, Alert> {
  const known = new Map<PaperId, Alert>();
  for (const alert of alerted) {
    const work = alias(alert.work);
    const other = known.get(work);
    known.set(work, other ? joined(other, { ...alert, work }) : { ...alert, work });
  }
  return known;
}

/** One alert of two for the same work: the earlier moment, with all topics. */
function joined(one: Alert, other: Alert): Alert {
  const passed = { ...one.passed, ...other.passed };
  return {
    work: one.work,
    topicIds: union(one.topicIds, other.topicIds),
    at: one.at < other.at ? one.at : other.at,
    ...(Object.keys(passed).length > 0 ? { passed } : {}),
  };
}
