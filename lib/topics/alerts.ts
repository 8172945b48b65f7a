/**
 * New papers for topics. A paper is new for a topic when it was listed in Daily Papers after the
 * topic was created, at most 14 days ago, and a check brought it, or, for topics that follow arXiv,
 * when the feed of one of the user's categories brought it. Each work is announced once, whatever
 * the number of topics, days, versions or hosts that bring it.
 */
import type { NewPaperOrigin } from '../digest/store.ts';
import type { Paper, PaperId } from '../paper/paper.ts';
import { addDays, type Day, type Moment } from '../time/days.ts';
import { type TopicText, type TopicVerdict, topicTextOf, topicVerdict } from './match-topic.ts';
import type { ParsedTopic, Topic } from './topic.ts';

export interface TopicCandidate {
  paper: Paper;
  kind: NewPaperOrigin;
  /** When this device first saw it listed. */
  at: Moment;
}

/** An announced work; stored before anything is shown. */
export interface Alert {
  work: PaperId;
  topicIds: string[];
  at: Moment;
  /** By topic, the minimum of upvotes that the work reached after it was listed. */
  passed?: Record<string, number>;
}

/** A new work that matches topics except for its upvotes, so it is tested again. */
export interface PendingPaper {
  work: PaperId;
  topicIds: string[];
  /** When this device first saw it listed. */
  at: Moment;
}

/** Listings older than this are no longer new. */
const newForDays = 14;

/** The first day whose listings can still be new. */
export function oldestAlertDay(now: Moment): Day {
  return addDays(now.slice(0, 10), -newForDays);
}

type Watcher = Pick<Topic, 'created' | 'arxiv'>;

/**
 * The day of the listing; for a topic that follows arXiv, also the day on which a feed had the
 * paper.
 */
function announcementDay(topic: Watcher, { paper, at }: TopicCandidate): Day | null {
  if (paper.listedAt !== null) return paper.listedAt;
  return topic.arxiv && paper.sources.includes('arxiv') ? at.slice(0, 10) : null;
}

/** Whether a candidate can be new for a topic, whatever its query. */
export function isNewFor(topic: Watcher, arrival: TopicCandidate, now: Moment): boolean {
  const day = announcementDay(topic, arrival);
  if (arrival.kind !== 'check' || day === null) return false;
  // Listings have a day, not a moment: on the day the topic was created, the arrival decides.
  const isRecent = day >= oldestAlertDay(now) && day >= topic.created.slice(0, 10);
  return isRecent && arrival.at > topic.created;
}

interface AlertRequest {
  topics: readonly ParsedTopic[];
  arrivals: readonly TopicCandidate[];
  alerted: readonly Alert[];
  now: Moment;
}

/** Alerts and pending works to store, without those that are stored already. */
interface AlertOutcome {
  alerts: Alert[];
  waiting: PendingPaper[];
}

/**
 * Alerts by work: new ones, and known ones that further topics match (they keep their first moment,
 * so there is no second announcement); and the works that lack upvotes. Empty when the arrivals
 * bring nothing more; their order and grouping make no difference.
 */
export function matchCandidates({ topics, arrivals, alerted, now }: AlertRequest): AlertOutcome {
  const known = new Map(alerted.map((alert) => [alert.work, alert]));
  const tests = topics.map((topic): [ParsedTopic, TopicVerdict] => [topic, topicVerdict(topic)]);
  const changed = new Map<PaperId, Alert>();
  const waiting = new Map<PaperId, PendingPaper>();
  for (const arrival of arrivals) {
    const eligible = tests.filter(([topic]) => isNewFor(topic, arrival, now));
    if (eligible.length === 0) continue;
    const text: TopicText = topicTextOf(arrival.paper);
    const work = arrival.paper.id;
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
  return { alerts: byWork(changed), waiting: byWork(waiting) };
}

/** The alert with further topics, or a new one; null when nothing changes. */
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

/** The values, sorted by work. */
export function byWork<T extends { work: PaperId }>(works: ReadonlyMap<PaperId, T>): T[] {
  return [...works.values()].sort((a, b) => (a.work < b.work ? -1 : 1));
}

export function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}
