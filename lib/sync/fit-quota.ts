import { dayMs, type Moment } from '../time/days.ts';
import { itemBytes, itemsOf, markItemKey, markLength, topicKey } from './sync-items.ts';
import { type Dated, noSyncedData, type SyncedData } from './synced-data.ts';

/** Browsers give an extension 100 kB; this leaves room for what they add to each item. */
export const MAX_SYNC_BYTES = 60_000;
/** Browsers take 8,192 bytes an item and 512 items; each device has 16 for its marks. */
const mostItemBytes = 8_000;
const mostTopics = 400;
const longestName = '000000000000';
const keptDays = 90;

/** What other devices have written. */
export interface WrittenByOthers {
  copy: Pick<SyncedData, 'read' | 'told'>;
  bytes: number;
}

const nobody: WrittenByOthers = { copy: noSyncedData, bytes: 0 };

export interface FittedData {
  /** What this device has to write. */
  copy: SyncedData;
  /** What there was no room for, and stayed on this device. */
  left: { topics: number; marks: number };
}

type Mark = { kind: 'read' | 'told'; key: string; at: Moment };

/**
 * The copy without what is older than 90 days: marks, and the memory of topics that were given up.
 * Whole days, so that two clocks seldom disagree.
 */
export function recentData(copy: SyncedData, now: Moment): SyncedData {
  const since = new Date(Date.parse(now) - keptDays * dayMs).toISOString().slice(0, 10);
  return {
    topics: only(copy.topics, ({ at, value }) => value !== null || at >= since),
    read: only(copy.read, ({ at }) => at >= since),
    told: only(copy.told, (at) => at >= since),
  };
}

/**
 * Topics first, the latest changed before the others, then marks of the last 90 days that no other
 * computer wrote, the latest first, until `most` bytes are full with what others wrote.
 */
export function fitQuota(
  full: SyncedData,
  now: Moment,
  others: WrittenByOthers = nobody,
  most = MAX_SYNC_BYTES,
): FittedData {
  const copy = recentData(full, now);
  const kept: SyncedData = { topics: {}, read: {}, told: {} };
  const left = { topics: 0, marks: 0 };
  const head = Object.entries(itemsOf(noSyncedData, ''));
  let bytes = head.reduce((sum, item) => sum + itemBytes(...item), others.bytes);
  let topics = 0;
  for (const [id, entry] of latestFirst(Object.entries(copy.topics))) {
    const size = itemBytes(topicKey(id), entry);
    if (size > mostItemBytes || topics === mostTopics || bytes + size > most) {
      left.topics += 1;
      continue;
    }
    topics += 1;
    bytes += size;
    kept.topics[id] = entry;
  }
  const filled = new Map<string, number>();
  for (const mark of marksOf(copy)) {
    if (isWritten(mark, copy, others.copy)) continue;
    const item = markItemKey(mark.kind, longestName, mark.key);
    const before = filled.get(item) ?? 0;
    const size = (before === 0 ? itemBytes(item, '') : 0) + markLength[mark.kind];
    if (before + size > mostItemBytes || bytes + size > most) {
      left.marks += 1;
      continue;
    }
    filled.set(item, before + size);
    bytes += size;
    Object.assign(kept[mark.kind], { [mark.key]: copy[mark.kind][mark.key] });
  }
  return { copy: kept, left };
}

function isWritten({ kind, key }: Mark, copy: SyncedData, others: WrittenByOthers['copy']) {
  if (kind === 'told') return (others.told[key] ?? '~') <= (copy.told[key] ?? '');
  const [own, there] = [copy.read[key], others.read[key]];
  return there !== undefined && own?.at === there.at && own.value === there.value;
}

function marksOf({ read, told }: SyncedData): Mark[] {
  const marks = [
    ...Object.entries(read).map(([key, { at }]): Mark => ({ kind: 'read', key, at })),
    ...Object.entries(told).map(([key, at]): Mark => ({ kind: 'told', key, at })),
  ];
  return marks.sort((a, b) =>
    byMoment(a.at, b.at, a.kind === b.kind ? [a.key, b.key] : [a.kind, b.kind]),
  );
}

function latestFirst<T>(entries: [string, Dated<T>][]): [string, Dated<T>][] {
  return entries.sort(([idA, a], [idB, b]) => byMoment(a.at, b.at, [idA, idB]));
}

function byMoment(a: Moment, b: Moment, [keyA, keyB]: [string, string]): number {
  if (a !== b) return a > b ? -1 : 1;
  return keyA < keyB ? -1 : 1;
}

function only<T>(entries: Record<string, T>, keep: (entry: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([, entry]) => keep(entry)));
}
