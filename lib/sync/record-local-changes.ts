import type { StoredMarks } from '../marks/marks.ts';
import type { PaperId } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';
import type { StoredAlert } from '../topics/stored-topics.ts';
import type { Topic } from '../topics/topic.ts';
import { canonicalJson } from './canonical-json.ts';
import { shortHash } from './short-hash.ts';
import type { Dated, SyncedData } from './synced-data.ts';

export interface OwnData {
  topics: readonly Topic[];
  marks: Record<PaperId, StoredMarks>;
  alerts: Record<PaperId, StoredAlert>;
}

/** Short hashes of the papers that are read here. */
export function readHashes(marks: Record<PaperId, StoredMarks>): Map<string, Moment> {
  return new Map(
    Object.entries(marks).flatMap(([id, { read }]) =>
      read === null ? [] : [[shortHash(id), read] as const],
    ),
  );
}

/**
 * The copy with this device's changes; what is as the copy says keeps its moment. `readBefore` are
 * the hashes of what was read here at the last comparison: the copy also knows what was read
 * elsewhere, of papers that this device may not have.
 */
export function recordLocalChanges(
  copy: SyncedData,
  readBefore: readonly string[],
  own: OwnData,
  now: Moment,
): SyncedData {
  const topics: SyncedData['topics'] = { ...copy.topics };
  const here = new Map(own.topics.map((topic) => [topic.id, topic]));
  for (const id of new Set([...here.keys(), ...Object.keys(topics)])) {
    topics[id] = dated(topics[id], here.get(id) ?? null, now);
  }
  const read: SyncedData['read'] = { ...copy.read };
  const readHere = readHashes(own.marks);
  for (const [hash, at] of readHere) read[hash] = dated(read[hash], true, at);
  for (const hash of readBefore) {
    if (!readHere.has(hash)) read[hash] = dated(read[hash], false, now);
  }
  const told = { ...copy.told };
  for (const [id, { at }] of Object.entries(own.alerts)) {
    const hash = shortHash(id);
    const before = told[hash];
    if (before === undefined || at < before) told[hash] = at;
  }
  return { topics, read, told };
}

/**
 * What this device brings when it begins to share. Nothing of it is given up by what another
 * computer gave up before; and its topics are as old as they are, so that one changed elsewhere
 * since holds.
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

/** Of alerts, those that no other device announced before this one. */
export function announcedLocallyFirst<T extends { work: PaperId; at: Moment }>(
  alerts: readonly T[],
  told: SyncedData['told'],
): T[] {
  return alerts.filter(({ work, at }) => at <= (told[shortHash(work)] ?? at));
}

function dated<T>(before: Dated<T> | undefined, value: T, at: Moment): Dated<T> {
  if (before === undefined) return { at, value };
  if (canonicalJson(before.value) === canonicalJson(value)) return before;
  return { at: after(before.at, at), value };
}

/** A change comes after what it changes, whatever another device's clock says. */
export function after(before: Moment, now: Moment): Moment {
  return now > before ? now : new Date(Date.parse(before) + 1).toISOString();
}
