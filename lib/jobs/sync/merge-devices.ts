/** Merges this device's data with what is in the browser's account. Pure: the time comes in. */
import type { PaperId } from '../../paper/paper.ts';
import { announcedAnywhere } from '../../sync/announced.ts';
import { canonicalJson } from '../../sync/canonical-json.ts';
import { fitQuota, recentData } from '../../sync/fit-quota.ts';
import { mergeDuplicateTopics } from '../../sync/merge-duplicate-topics.ts';
import { firstSync, readHashes, recordLocalChanges } from '../../sync/record-local-changes.ts';
import { shortHash } from '../../sync/short-hash.ts';
import {
  type Items,
  type ItemsChange,
  itemBytes,
  itemsChange,
  itemsOf,
  markItems,
  readItems,
} from '../../sync/sync-items.ts';
import {
  type Dated,
  mergeSyncedData,
  noSyncedData,
  type SyncedData,
} from '../../sync/synced-data.ts';
import type { Moment } from '../../time/days.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import { toTopic } from '../../topics/topic.ts';
import type { UserData } from '../../user-data/user-data.ts';
import { applyRemoteMarks, applyRemoteTopics, renameTopics } from './apply-remote.ts';

/** The kinds of user data that a sync reads and changes. */
export const syncedKinds = ['topics', 'marks', 'alerts', 'waiting', 'copying'] as const;
type SyncedUserData = Pick<UserData, (typeof syncedKinds)[number]>;

/** The minimum time between two writes to the account. */
export const WRITE_INTERVAL_MS = 60_000;

export interface SyncOutcome {
  /** What to store here, before anything is written to the account. */
  changed: Partial<SyncedUserData>;
  /** What to write to the account now; null where there is nothing, or it is too early. */
  write: ItemsChange | null;
  /** When to write, in milliseconds since 1970, where it is too early; null otherwise. */
  writeAt: number | null;
}

/** Short hashes of papers that are read elsewhere and not here. */
export function readElsewhere(
  own: Pick<SyncedUserData, 'marks' | 'copying'>,
  items: Items,
): Set<string> {
  const here = readHashes(own.marks);
  const all = { ...readItems(items).copy.read, ...own.copying.copy?.read };
  return new Set(Object.keys(all).filter((hash) => all[hash]?.value && !here.has(hash)));
}

/** `ids`: the papers of this device's digest that were read elsewhere. */
export function mergeDevices(
  own: SyncedUserData,
  items: Items,
  ids: readonly PaperId[],
  now: Moment,
): SyncOutcome {
  const nothing = { changed: {}, write: null, writeAt: null };
  const { copying } = own;
  if (copying.on === null) return nothing;
  const { copy: shared, newer, ended } = readItems(items);
  if (newer) return { ...nothing, changed: ifChanged({ ...copying, problem: 'newer' }, copying) };
  if (ended !== null && ended > copying.on) {
    return { ...nothing, changed: { copying: { ...syncStopped(copying), problem: 'ended' } } };
  }

  const merged = mergeOwnWithShared(own, shared, now);
  const copy = recentData(merged.copy, now);
  const others = writtenByOthers(items, copying.computer, now);
  const fitted = fitQuota(copy, now, others);

  const topics = applyRemoteTopics(own.topics, copy);
  const marks = applyRemoteMarks(own.marks, copy, ids);
  const isDue = knowsMore(fitted.copy, shared) || ended !== null;
  const time = Date.parse(now);
  const wrote = copying.wroteAt === null ? 0 : Date.parse(copying.wroteAt);
  // A clock that was ahead must not block writing.
  const isEarly = isDue && time >= wrote && time < wrote + WRITE_INTERVAL_MS;
  const wanted = itemsOf(fitted.copy, copying.computer);
  const write = isDue && !isEarly ? itemsChange(items, wanted, others.items) : null;
  const after: UserData['copying'] = {
    ...copying,
    copy,
    readHere: [...readHashes(marks).keys()].filter((hash) => copy.read[hash]?.value).sort(),
    left: fitted.left,
    wroteAt: write === null ? copying.wroteAt : now,
    // A problem stays until a write succeeds.
    problem: isDue && copying.problem !== 'newer' ? copying.problem : null,
  };
  return {
    changed: {
      ...(topics === own.topics ? {} : { topics }),
      ...(marks === own.marks ? {} : { marks }),
      ...(merged.renamed.size === 0
        ? {}
        : {
            alerts: renameTopics<'alerts'>(own.alerts, merged.renamed),
            waiting: renameTopics<'waiting'>(own.waiting, merged.renamed),
          }),
      ...ifChanged(after, copying),
    },
    write,
    writeAt: isEarly ? wrote + WRITE_INTERVAL_MS : null,
  };
}

/** This device's data with the account's. Of duplicate topics one stays. */
function mergeOwnWithShared(own: SyncedUserData, shared: SyncedData, now: Moment) {
  const { copying } = own;
  const here = { ...own, topics: own.topics.map((topic) => toTopic(parseStoredTopic(topic))) };
  const withLocal =
    copying.copy === null
      ? mergeSyncedData(firstSync(here, shared, now), { topics: {}, read: {}, told: copying.told })
      : recordLocalChanges(copying.copy, copying.readHere, here, now);
  return mergeDuplicateTopics(mergeSyncedData(withLocal, shared), now);
}

/**
 * Marks that other devices have written, so that this one need not. Where two wrote the same mark,
 * the one whose name comes first keeps it: a deterministic tie-break, or both would drop it. Items
 * with nothing of the last 90 days, of a device that is gone, do not count.
 */
function writtenByOthers(items: Items, own: string, now: Moment) {
  let copy: SyncedData = noSyncedData;
  const kept: Items = {};
  const written = markItems(items);
  const mine = readItems(written.get(own) ?? {}).copy;
  for (const [device, marks] of written) {
    if (device === own) continue;
    for (const [key, item] of Object.entries(marks)) {
      const { copy: there } = readItems({ [key]: item });
      const recent = recentData(there, now);
      if (Object.keys({ ...recent.read, ...recent.told }).length === 0) continue;
      kept[key] = item;
      copy = mergeSyncedData(copy, device < own ? there : without(there, mine));
    }
  }
  const bytes = Object.entries(kept).reduce((sum, item) => sum + itemBytes(...item), 0);
  return { copy, items: kept, bytes };
}

function without(copy: SyncedData, marks: SyncedData): SyncedData {
  const rest = <T>(entries: Record<string, T>, removed: Record<string, T>) =>
    Object.fromEntries(Object.entries(entries).filter(([hash]) => removed[hash] === undefined));
  return { topics: {}, read: rest(copy.read, marks.read), told: rest(copy.told, marks.told) };
}

/** The sync state when sync is turned off. What other devices announced stays off the badge. */
export function syncStopped(copying: UserData['copying']): UserData['copying'] {
  return {
    ...copying,
    on: null,
    copy: null,
    told: announcedAnywhere(copying),
    readHere: [],
    left: { topics: 0, marks: 0 },
  };
}

/** The papers whose short hash is one of these. */
export function withHashes(ids: readonly PaperId[], hashes: ReadonlySet<string>): PaperId[] {
  return ids.filter((id) => hashes.has(shortHash(id)));
}

/** The sync state, where it differs from the stored one. */
function ifChanged(
  after: UserData['copying'],
  before: UserData['copying'],
): Partial<SyncedUserData> {
  return canonicalJson(after) === canonicalJson(before) ? {} : { copying: after };
}

/** Whether the account lacks something of this device's. */
function knowsMore(own: SyncedData, shared: SyncedData): boolean {
  const isNews = <T>(entry: Dated<T>, there: Dated<T> | undefined) =>
    there === undefined ||
    entry.at > there.at ||
    (entry.at === there.at && canonicalJson(entry.value) !== canonicalJson(there.value));
  return (
    Object.entries(own.topics).some(([id, entry]) => isNews(entry, shared.topics[id])) ||
    Object.entries(own.read).some(([hash, entry]) => isNews(entry, shared.read[hash])) ||
    Object.entries(own.told).some(([hash, at]) => at < (shared.told[hash] ?? '~'))
  );
}
