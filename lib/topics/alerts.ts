/**
 * New papers for topics. A paper is new for a topic when it was listed in Daily Papers after the
 * topic was made, at most 14 days ago, and a scheduled check brought it; and each work is
 * announced once, however many topics, days, versions or hosts it comes by.
 */
import type { Day, Moment, Paper, PaperId } from '../paper/paper.ts';
import { type TopicTest, type TopicText, topicTest, topicTextOf } from './match-topic.ts';
import type { StoredTopic } from './topic.ts';

/** How a paper came; only checks bring news. */
export type ArrivalKind = 'check' | 'first-load' | 'import' | 'starter';

export interface Arrival {
  paper: Paper;
  kind: ArrivalKind;
  /** When this computer first saw it listed. */
  at: Moment;
}

/** That a work was announced; stored before anything is shown. */
export interface Alert {
  work: PaperId;
  topicIds: string[];
  at: Moment;
}

/** The id under which a paper is kept now, after merges. */
export type Alias = (id: PaperId) => PaperId;

/** Listings older than this are no news. */
export const newForDays = 14;

const dayLength = 86_400_000;

/** Whether an arrival can be news for a topic, whatever the topic asks for. */
export function isNewFor(topic: { created: Moment }, arrival: Arrival, now: Moment): boolean {
  const { listedAt } = arrival.paper;
  if (arrival.kind !== 'check' || listedAt === null) return false;
  const oldest: Day = new Date(Date.parse(now) - newForDays * dayLength).toISOString().slice(0, 10);
  // Listings have a day, not a moment. On the topic's own day the moment of arrival decides.
  return listedAt >= oldest && listedAt >= topic.created.slice(0, 10) && arrival.at > topic.created;
}

/**
 * The alerts to store, by work: new ones, and known ones that a further topic matches (with their
 * first moment kept: no second announcement). Empty when the arrivals bring nothing more; the
 * order and grouping of arrivals make no difference.
 */
export function raiseAlerts({
  topics,
  arrivals,
  alerted,
  now,
  alias = (id) => id,
}: {
  topics: readonly StoredTopic[];
  arrivals: readonly Arrival[];
  alerted: readonly Alert[];
  now: Moment;
  alias?: Alias;
}): Alert[] {
  const known = new Map<PaperId, Alert>();
  for (const alert of alerted) known.set(alias(alert.work), joined(known, alias, alert));
  const tests = topics.map((topic): [StoredTopic, TopicTest] => [topic, topicTest(topic.parsed)]);
  const changed = new Map<PaperId, Alert>();
  for (const arrival of arrivals) {
    const eligible = tests.filter(([topic]) => isNewFor(topic, arrival, now));
    if (eligible.length === 0) continue;
    const text: TopicText = topicTextOf(arrival.paper);
    const matching = eligible.filter(([, test]) => test(text) !== null).map(([topic]) => topic.id);
    const work = alias(arrival.paper.id);
    const before = known.get(work);
    const topicIds = union(before?.topicIds ?? [], matching);
    if (topicIds.length === (before?.topicIds.length ?? 0)) continue;
    const alert = { work, topicIds, at: before?.at ?? now };
    known.set(work, alert);
    changed.set(work, alert);
  }
  return [...changed.values()].sort((a, b) => (a.work < b.work ? -1 : 1));
}

/** One alert of two that turned out to be about the same work: the earlier, with all topics. */
function joined(known: ReadonlyMap<PaperId, Alert>, alias: Alias, alert: Alert): Alert {
  const work = alias(alert.work);
  const other = known.get(work);
  if (!other) return { ...alert, work };
  return {
    work,
    topicIds: union(other.topicIds, alert.topicIds),
    at: other.at < alert.at ? other.at : alert.at,
  };
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}
