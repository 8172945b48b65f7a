/** Works that matched but for their upvotes, tested again while the counts are refreshed. */
import type { Paper, PaperId } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';
import {
  type Alert,
  type Alias,
  alertsByWork,
  inOrder,
  oldestAlertDay,
  type PendingPaper,
  withTopics,
} from './alerts.ts';
import { minUpvotesOf, topicTextOf, topicVerdict } from './match-topic.ts';
import type { ParsedTopic } from './topic.ts';

export interface PendingOutcome {
  /** To store: works that have passed a topic's number of upvotes, with that number. */
  alerts: Alert[];
  /** Those still to be tested; in their 14 days, of topics that are still followed. */
  waiting: PendingPaper[];
}

/**
 * Tests waiting works by their upvotes of today. Each is announced once: a work that has alerted
 * for one topic and now passes another's number only gains that topic. `papers` by today's ids.
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
  alias?: Alias;
}): PendingOutcome {
  const known = alertsByWork(alerted, alias);
  const tests = new Map(
    topics.map((topic) => [topic.id, { least: minUpvotesOf(topic), verdict: topicVerdict(topic) }]),
  );
  const changed = new Map<PaperId, Alert>();
  const still = new Map<PaperId, PendingPaper>();
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
      const others = still.get(work);
      const ids = [...new Set([...(others?.topicIds ?? []), topicId])].sort();
      still.set(work, { work, topicIds: ids, at: others && others.at < at ? others.at : at });
    }
    const alert = withTopics(known.get(work), work, Object.keys(passed), now);
    if (alert === null) continue;
    const withPassed = { ...alert, passed: { ...passed, ...alert.passed } };
    known.set(work, withPassed);
    changed.set(work, withPassed);
  }
  return { alerts: inOrder(changed), waiting: inOrder(still) };
}
