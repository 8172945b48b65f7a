/** As much of a copy as the browser's account takes. */
import type { Moment } from '../paper/paper.ts';
import { type Dated, emptyCopy, type SharedCopy } from './shared-copy.ts';

/** Browsers give an extension 100 kB; this leaves room for what they add to each item. */
export const mostCopyBytes = 60_000;
const keptDays = 90;

export interface BoundedCopy {
  copy: SharedCopy;
  /** What there was no room for, and stayed on this computer. */
  left: { topics: number; marks: number };
}

type Entry =
  | { kind: 'topics' | 'read'; key: string; at: Moment; value: Dated<unknown> }
  | { kind: 'told'; key: string; at: Moment; value: Moment };

/**
 * Topics first, the latest changed before the others, then marks of the last 90 days, the latest
 * first, until `most` bytes of JSON are full. Memory of a topic that was given up ends after 90 days.
 */
export function boundedCopy(copy: SharedCopy, now: Moment, most = mostCopyBytes): BoundedCopy {
  const since = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString();
  const topics = entriesOf(copy, 'topics').filter(
    ({ at, value }) => at >= since || (value as Dated<unknown>).value !== null,
  );
  const marks = [...entriesOf(copy, 'read'), ...toldOf(copy)].filter(({ at }) => at >= since);
  const kept: SharedCopy = { topics: {}, read: {}, told: {} };
  const left = { topics: 0, marks: 0 };
  let bytes = bytesOf(emptyCopy);
  for (const entry of [...latestFirst(topics), ...latestFirst(marks)]) {
    const size = bytesOf(entry.key) + bytesOf(entry.value) + ':,'.length;
    if (bytes + size > most) {
      left[entry.kind === 'topics' ? 'topics' : 'marks'] += 1;
      continue;
    }
    bytes += size;
    Object.assign(kept[entry.kind], { [entry.key]: entry.value });
  }
  return { copy: kept, left };
}

function entriesOf(copy: SharedCopy, kind: 'topics' | 'read'): Entry[] {
  return Object.entries(copy[kind]).map(([key, value]) => ({ kind, key, at: value.at, value }));
}

function toldOf(copy: SharedCopy): Entry[] {
  return Object.entries(copy.told).map(([key, at]) => ({ kind: 'told', key, at, value: at }));
}

function latestFirst(entries: Entry[]): Entry[] {
  return entries.sort((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at > b.at ? -1 : 1));
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
