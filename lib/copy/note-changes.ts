/** What changed on this computer since the copy was last made, noted in the copy. */
import type { StoredAlert, StoredMarks } from '../authored/authored.ts';
import type { Topic } from '../messages/answers.ts';
import type { Moment, PaperId } from '../paper/paper.ts';
import type { Dated, SharedCopy } from './shared-copy.ts';
import { shortHash } from './short-hash.ts';

export interface OwnData {
  topics: readonly Topic[];
  marks: Record<PaperId, StoredMarks>;
  alerts: Record<PaperId, StoredAlert>;
}

/** The copy with this computer's changes; what is as the copy says keeps its moment. */
export function noteChanges(copy: SharedCopy, own: OwnData, now: Moment): SharedCopy {
  const topics: SharedCopy['topics'] = { ...copy.topics };
  const here = new Map(own.topics.map((topic) => [topic.id, topic]));
  for (const id of new Set([...here.keys(), ...Object.keys(topics)])) {
    topics[id] = dated(topics[id], here.get(id) ?? null, now);
  }
  const read: SharedCopy['read'] = { ...copy.read };
  const readHere = new Map(
    Object.entries(own.marks).flatMap(([id, mark]) =>
      mark.read === null ? [] : [[shortHash(id), mark.read] as const],
    ),
  );
  for (const [hash, at] of readHere) read[hash] = dated(read[hash], true, at);
  for (const [hash, known] of Object.entries(read)) {
    if (known.value && !readHere.has(hash)) read[hash] = { at: now, value: false };
  }
  const told = { ...copy.told };
  for (const [id, { at }] of Object.entries(own.alerts)) {
    const hash = shortHash(id);
    const before = told[hash];
    if (before === undefined || at < before) told[hash] = at;
  }
  return { topics, read, told };
}

/** Works of those given that no computer has announced before `copy` was made. */
export function untold<T extends { work: PaperId }>(alerts: readonly T[], copy: SharedCopy): T[] {
  return alerts.filter(({ work }) => copy.told[shortHash(work)] === undefined);
}

function dated<T>(before: Dated<T> | undefined, value: T, at: Moment): Dated<T> {
  if (before !== undefined && JSON.stringify(before.value) === JSON.stringify(value)) return before;
  return { at, value };
}
