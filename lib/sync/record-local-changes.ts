import type { StoredMarks } from '../marks/marks.ts';
import type { PaperId } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';
import type { StoredAlert } from '../topics/stored-topics.ts';
import type { Topic } from '../topics/topic.ts';
import { canonicalJson } from './canonical-json.ts';
import { shortHash } from './short-hash.ts';
import type { Dated, SyncedData } from './synced-data.ts';

interface OwnData {
  topics: readonly Topic[];
  marks: Record<PaperId, StoredMarks>;
  alerts: Record<PaperId, StoredAlert>;
}

/** Short hashes of the papers that are read here, and when they were read. */
export function readHashes(marks: Record<PaperId, StoredMarks>): Map<string, Moment> {
  return new Map(
    Object.entries(marks).flatMap(([id, { read }]) =>
      read === null ? [] : [[shortHash(id), read] as const],
    ),
  );
}

/**
 * The synced data with this device's changes; what is unchanged keeps its moment. `readBefore` are
 * the hashes of the papers that were read here at the last sync: `synced` also has papers that were
 * read elsewhere, which this device may not have.
 */
export function recordLocalChanges(
  synced: SyncedData,
  readBefore: readonly string[],
  own: OwnData,
  now: Moment,
): SyncedData {
  const topics: SyncedData['topics'] = { ...synced.topics };
  const here = new Map(own.topics.map((topic) => [topic.id, topic]));
  for (const id of new Set([...here.keys(), ...Object.keys(topics)])) {
    topics[id] = dated(topics[id], here.get(id) ?? null, now);
  }
  const read: SyncedData['read'] = { ...synced.read };
  const readHere = readHashes(own.marks);
  for (const [hash, at] of readHere) read[hash] = dated(read[hash], true, at);
  for (const hash of readBefore) {
    if (!readHere.has(hash)) read[hash] = dated(read[hash], false, now);
  }
  const announced = { ...synced.told };
  for (const [id, { at }] of Object.entries(own.alerts)) {
    const hash = shortHash(id);
    const before = announced[hash];
    if (before === undefined || at < before) announced[hash] = at;
  }
  return { topics, read, told: announced };
}

/**
 * What this device brings to its first sync. A topic that another device deleted before stays here;
 * topics are dated by their creation, so that a change made elsewhere since wins.
 */
export function firstSync(own: OwnData, shared: SyncedData, now: Moment): SyncedData {
  const known: SyncedData['topics'] = {};
  for (const topic of own.topics) {
    const there = shared.topics[topic.id];
    known[topic.id] =
      there?.value === null
        ? { at: after(there.at, now), value: topic }
        : { at: topic.created, value: topic };
  }
  return recordLocalChanges({ topics: known, read: {}, told: {} }, [], own, now);
}

function dated<T>(before: Dated<T> | undefined, value: T, at: Moment): Dated<T> {
  if (before === undefined) return { at, value };
  if (canonicalJson(before.value) === canonicalJson(value)) return before;
  return { at: after(before.at, at), value };
}

/** The moment of a change: after what it changes, even where another device's clock is ahead. */
export function after(before: Moment, now: Moment): Moment {
  return now > before ? now : new Date(Date.parse(before) + 1).toISOString();
}
