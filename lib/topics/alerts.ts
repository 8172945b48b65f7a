/**
 * New papers for topics. A paper is new for a topic when it was listed in Daily Papers after the
 * topic was made, at most 14 days ago, and a scheduled check brought it, or, for topics that watch
 * arXiv, when the feed of one of the user's categories brought it; and each work is
 * announced once, however many topics, days, versions or hosts it comes by.
 */
import type { Paper, PaperId } from '../paper/paper.ts';
import { type Day, dayMs, type Moment } from '../time/days.ts';
import { type TopicText, type TopicVerdict, topicTextOf, topicVerdict } from './match-topic.ts';
import type { ParsedTopic } from './topic.ts';

/** How a paper came; only checks bring news. */
export type CandidateOrigin = 'check' | 'first-load' | 'import' | 'starter';

export interface TopicCandidate {
  paper: Paper;
  kind: CandidateOrigin;
  /** When this device first saw it listed. */
  at: Moment;
}

/** That a work was announced; stored before anything is shown. */
export interface Alert {
  work: PaperId;
  topicIds: string[];
  at: Moment;
  /** By topic, the number of upvotes the work passed after it was listed. */
  passed?: Record<string, number>;
}

/** A new work that matches topics but for its upvotes, so that it is tested again. */
export interface PendingPaper {
  work: PaperId;
  topicIds: string[];
  /** When this device first saw it listed. */
  at: Moment;
}

/** The id under which a paper is kept now, after merges. */
export type Alias = (id: PaperId) => PaperId;

/** Listings older than this are no news. */
export const newForDays = 14;

/** The first day whose listings can still be news. */
export function oldestAlertDay(now: Moment): Day {
  return new Date(Date.parse(now) - newForDays * dayMs).toISOString().slice(0, 10);
}

interface Watcher {
  created: Moment;
  arxiv?: boolean | undefined;
}

/** The day of a listing; for a topic that watches arXiv, that on which its feed brought the paper. */
function newsDay(topic: Watcher, { paper, at }: TopicCandidate): Day | null {
  if (paper.listedAt !== null) return paper.listedAt;
  return topic.arxiv && paper.sources.includes('arxiv') ? at.slice(0, 10) : null;
}

/** Whether an arrival can be news for a topic, whatever the topic asks for. */
export function isNewFor(topic: Watcher, arrival: TopicCandidate, now: Moment): boolean {
  const day = newsDay(topic, arrival);
  if (arrival.kind !== 'check' || day === null) return false;
  // Listings have a day, not a moment. On the topic's own day the moment of arrival decides.
  const isRecent = day >= oldestAlertDay(now) && day >= topic.created.slice(0, 10);
  return isRecent && arrival.at > topic.created;
}

export interface AlertRequest {
  topics: readonly ParsedTopic[];
  arrivals: readonly TopicCandidate[];
  alerted: readonly Alert[];
  now: Moment;
  alias?: Alias;
}

/** What arrivals bring: alerts and waiting works to store, those that are known left out. */
export interface AlertOutcome {
  alerts: Alert[];
  waiting: PendingPaper[];
}

/** The alerts alone of `sortArrivals`. */
export function raiseAlerts(request: AlertRequest): Alert[] {
  return matchCandidates(request).alerts;
}

/**
 * The alerts to store, by work: new ones, and known ones that a further topic matches (with their
 * first moment kept: no second announcement); and the works that lack upvotes. Empty when the
 * arrivals bring nothing more; the order and grouping of arrivals make no difference.
 */
export function matchCandidates({
  topics,
  arrivals,
  alerted,
  now,
  alias = (id) => id,
}: AlertRequest): AlertOutcome {
  const known = alertsByWork(alerted, alias);
  const tests = topics.map((topic): [ParsedTopic, TopicVerdict] => [topic, topicVerdict(topic)]);
  const changed = new Map<PaperId, Alert>();
  const waiting = new Map<PaperId, PendingPaper>();
  for (const arrival of arrivals) {
    const eligible = tests.filter(([topic]) => isNewFor(topic, arrival, now));
    if (eligible.length === 0) continue;
    const text: TopicText = topicTextOf(arrival.paper);
    const work = alias(arrival.paper.id);
    const verdicts = eligible.map(([{ id }, verdict]) => ({ id, is: verdict(text) }));
    const below = verdicts.filter(({ is }) => is === 'below').map(({ id }) => id);
    if (below.length > 0) {
      const topicIds = union(waiting.get(work)?.topicIds ?? [], below);
      waiting.set(work, { work, topicIds, at: arrival.at });
    }
    const matching = verdicts.filter(({ is }) => is === 'in').map(({ id }) => id);
    const alert = withTopics(known.get(work), work, matching, now);
    if (alert === null) continue;
    known.set(work, alert);
    changed.set(work, alert);
  }
  return { alerts: inOrder(changed), waiting: inOrder(waiting) };
}

/** Known alerts by the id of today, each work once. */
export function alertsByWork(alerted: readonly Alert[], alias: Alias): Map<PaperId, Alert> {
  const known = new Map<PaperId, Alert>();
  for (const alert of alerted) known.set(alias(alert.work), joined(known, alias, alert));
  return known;
}

/** The alert with further topics, a new one where there was none; null when it stays as it is. */
export function withTopics(
  before: Alert | undefined,
  work: PaperId,
  topics: readonly string[],
  now: Moment,
): Alert | null {
  const topicIds = union(before?.topicIds ?? [], topics);
  if (topicIds.length === (before?.topicIds.length ?? 0)) return null;
  return { ...before, work, topicIds, at: before?.at ?? now };
}

export function inOrder<T extends { work: PaperId }>(works: ReadonlyMap<PaperId, T>): T[] {
  return [...works.values()].sort((a, b) => (a.work < b.work ? -1 : 1));
}

/** One alert of two that turned out to be about the same work: the earlier, with all topics. */
function joined(known: ReadonlyMap<PaperId, Alert>, alias: Alias, alert: Alert): Alert {
  const work = alias(alert.work);
  const other = known.get(work);
  if (!other) return { ...alert, work };
  const passed = { ...other.passed, ...alert.passed };
  return {
    work,
    topicIds: union(other.topicIds, alert.topicIds),
    at: other.at < alert.at ? other.at : alert.at,
    ...(Object.keys(passed).length > 0 ? { passed } : {}),
  };
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}
