import { dayMs, type Moment } from '../time/days.ts';
import { itemBytes, itemsOf, markItemKey, markLength, topicKey } from './sync-items.ts';
import { type Dated, noSyncedData, type SyncedData } from './synced-data.ts';

/** `storage.sync` has 102,400 bytes; this leaves room for what browsers add to each item. */
export const MAX_SYNC_BYTES = 60_000;
/** `storage.sync` takes 8,192 bytes an item and 512 items; each device has 16 for its marks. */
const maxItemBytes = 8_000;
const maxTopics = 400;
/** A device name of the greatest length, for the size of item keys. */
const sampleDevice = '000000000000';
const retentionDays = 90;

/** What other devices have written. */
interface WrittenByOthers {
  copy: Pick<SyncedData, 'read' | 'told'>;
  bytes: number;
}

const noOthers: WrittenByOthers = { copy: noSyncedData, bytes: 0 };

interface FittedData {
  /** What this device writes. */
  copy: SyncedData;
  /** How much did not fit and stays on this device only. */
  left: { topics: number; marks: number };
}

type Mark = { kind: 'read' | 'told'; key: string; at: Moment };

/**
 * Synced data without marks and deleted topics older than 90 days. The limit is a whole day, so that
 * two clocks seldom disagree.
 */
export function recentData(copy: SyncedData, now: Moment): SyncedData {
  const since = new Date(Date.parse(now) - retentionDays * dayMs).toISOString().slice(0, 10);
  return {
    topics: only(copy.topics, ({ at, value }) => value !== null || at >= since),
    read: only(copy.read, ({ at }) => at >= since),
    told: only(copy.told, (at) => at >= since),
  };
}

/**
 * Chooses what to write within `maxBytes`, which include what others wrote: topics first, then marks
 * that no other device wrote, each the latest first.
 */
export function fitQuota(
  full: SyncedData,
  now: Moment,
  others: WrittenByOthers = noOthers,
  maxBytes = MAX_SYNC_BYTES,
): FittedData {
  const copy = recentData(full, now);
  const kept: SyncedData = { topics: {}, read: {}, told: {} };
  const left = { topics: 0, marks: 0 };
  const head = Object.entries(itemsOf(noSyncedData, ''));
  let bytes = head.reduce((sum, item) => sum + itemBytes(...item), others.bytes);
  let topics = 0;
  for (const [id, entry] of latestFirst(Object.entries(copy.topics))) {
    const size = itemBytes(topicKey(id), entry);
    if (size > maxItemBytes || topics === maxTopics || bytes + size > maxBytes) {
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
    const item = markItemKey(mark.kind, sampleDevice, mark.key);
    const before = filled.get(item) ?? 0;
    const size = (before === 0 ? itemBytes(item, '') : 0) + markLength[mark.kind];
    if (before + size > maxItemBytes || bytes + size > maxBytes) {
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
