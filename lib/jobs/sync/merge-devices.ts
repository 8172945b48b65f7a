/** One meeting of this device with what the browser's account holds: all of it, without a clock of its own. */

import type { PaperId } from '../../paper/paper.ts';
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

/** What an exchange reads and changes. */
export const syncedKinds = ['topics', 'marks', 'alerts', 'waiting', 'copying'] as const;
export type SyncedUserData = Pick<UserData, (typeof syncedKinds)[number]>;

/** Writes to the account are at least so far apart. */
export const writeIntervalMs = 60_000;

export interface SyncOutcome {
  /** What is to be stored here, before anything is written to the account. */
  changed: Partial<SyncedUserData>;
  /** What is to be written to the account now; null where there is nothing or it is too early. */
  write: ItemsChange | null;
  /** When the account may be written to, where it must wait. */
  writeAt: number | null;
}

/** Short hashes of papers that were read elsewhere and are not read here. */
export function readElsewhere(
  own: Pick<SyncedUserData, 'marks' | 'copying'>,
  items: Items,
): Set<string> {
  const here = readHashes(own.marks);
  const all = { ...readItems(items).copy.read, ...own.copying.copy?.read };
  return new Set(Object.keys(all).filter((hash) => all[hash]?.value && !here.has(hash)));
}

/** `ids`: papers known here, those among them that were read elsewhere. */
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
  if (newer) return { ...nothing, changed: said({ ...copying, problem: 'newer' }, copying) };
  if (ended !== null && ended > copying.on) {
    return { ...nothing, changed: { copying: { ...syncStopped(copying), problem: 'ended' } } };
  }

  const here = { ...own, topics: own.topics.map((topic) => toTopic(parseStoredTopic(topic))) };
  const noted =
    copying.copy === null
      ? mergeSyncedData(firstSync(here, shared, now), { topics: {}, read: {}, told: copying.told })
      : recordLocalChanges(copying.copy, copying.readHere, here, now);
  const joined = mergeDuplicateTopics(mergeSyncedData(noted, shared), now);
  const copy = recentData(joined.copy, now);
  const others = writtenByOthers(items, copying.computer, now);
  const bounded = fitQuota(copy, now, others);

  const topics = applyRemoteTopics(own.topics, copy);
  const marks = applyRemoteMarks(own.marks, copy, ids);
  const due = knowsMore(bounded.copy, shared) || ended !== null;
  const time = Date.parse(now);
  const wrote = copying.wroteAt === null ? 0 : Date.parse(copying.wroteAt);
  // A clock that was ahead must not keep it from writing.
  const early = due && time >= wrote && time < wrote + writeIntervalMs;
  const wanted = itemsOf(bounded.copy, copying.computer);
  const write = due && !early ? itemsChange(items, wanted, others.items) : null;
  const after: UserData['copying'] = {
    ...copying,
    copy,
    readHere: [...readHashes(marks).keys()].filter((hash) => copy.read[hash]?.value).sort(),
    left: bounded.left,
    wroteAt: write === null ? copying.wroteAt : now,
    // What was refused is so until a write has gone through.
    problem: due && copying.problem !== 'newer' ? copying.problem : null,
  };
  return {
    changed: {
      ...(topics === own.topics ? {} : { topics }),
      ...(marks === own.marks ? {} : { marks }),
      ...(joined.renamed.size === 0
        ? {}
        : {
            alerts: renameTopics<'alerts'>(own.alerts, joined.renamed),
            waiting: renameTopics<'waiting'>(own.waiting, joined.renamed),
          }),
      ...said(after, copying),
    },
    write,
    writeAt: early ? wrote + writeIntervalMs : null,
  };
}

/**
 * Marks that this device need not write. Of two that wrote the same the one whose name comes first
 * keeps it, so that never both take it for the other's. Items of which all is older than 90 days, of
 * a device that is no more, are not among them.
 */
function writtenByOthers(items: Items, own: string, now: Moment) {
  let copy: SyncedData = noSyncedData;
  const kept: Items = {};
  const written = markItems(items);
  const mine = readItems(written.get(own) ?? {}).copy;
  for (const [computer, marks] of written) {
    if (computer === own) continue;
    for (const [key, item] of Object.entries(marks)) {
      const { copy: there } = readItems({ [key]: item });
      const { read, told } = recentData(there, now);
      if (Object.keys(read).length + Object.keys(told).length === 0) continue;
      kept[key] = item;
      copy = mergeSyncedData(copy, computer < own ? there : without(there, mine));
    }
  }
  const bytes = Object.entries(kept).reduce((sum, item) => sum + itemBytes(...item), 0);
  return { copy, items: kept, bytes };
}

function without(copy: SyncedData, marks: SyncedData): SyncedData {
  const rest = <T>(some: Record<string, T>, not: Record<string, T>) =>
    Object.fromEntries(Object.entries(some).filter(([hash]) => not[hash] === undefined));
  return { topics: {}, read: rest(copy.read, marks.read), told: rest(copy.told, marks.told) };
}

/** When works were first announced on any device, as far as this one has heard. */
export function announcedAnywhere({ copy, told }: UserData['copying']): SyncedData['told'] {
  return copy?.told ?? told;
}

/** Copying ended here; what was announced elsewhere stays off the badge. */
export function syncStopped(copying: UserData['copying']): UserData['copying'] {
  const told = announcedAnywhere(copying);
  return { ...copying, on: null, copy: null, told, readHere: [], left: { topics: 0, marks: 0 } };
}

/** Papers of `ids` that have one of the hashes. */
export function withHashes(ids: readonly PaperId[], hashes: ReadonlySet<string>): PaperId[] {
  return ids.filter((id) => hashes.has(shortHash(id)));
}

function said(after: UserData['copying'], before: UserData['copying']): Partial<SyncedUserData> {
  return canonicalJson(after) === canonicalJson(before) ? {} : { copying: after };
}

/** Whether the account lacks something; that it has more is no reason to write. */
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
