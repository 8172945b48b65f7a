/**
 * Syncs this device with the browser's account. What comes from the account is stored before anything
 * is written to it, and an alarm is set before that: a background killed at any line continues where
 * it was.
 */
import type { PaperId } from '../../paper/paper.ts';
import type { Items, ItemsChange } from '../../sync/sync-items.ts';
import type { SyncProblem } from '../../sync/sync-problem.ts';
import type { Moment } from '../../time/days.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { type SetAlarm, withRetryAlarm } from '../alarms.ts';
import {
  mergeDevices,
  readElsewhere,
  type SyncOutcome,
  syncedKinds,
  WRITE_INTERVAL_MS,
  withHashes,
} from './merge-devices.ts';

/** The extension's storage in the browser's account. */
export interface SyncArea {
  /** @throws {SyncUnavailable} where the browser rejects the request */
  read(): Promise<Items>;
  /** @throws {SyncUnavailable} where the browser rejects the request */
  write(change: ItemsChange): Promise<void>;
}

/** The browser rejected a request to its account: `full` is the quota, `unavailable` all else. */
export class SyncUnavailable extends Error {
  readonly problem: Extract<SyncProblem, 'full' | 'unavailable'>;

  constructor(problem: 'full' | 'unavailable', cause: unknown) {
    super(`The browser's account: ${problem}.`, { cause });
    this.name = 'SyncUnavailable';
    this.problem = problem;
  }
}

export interface SyncSources {
  userData: Pick<UserDataStore, 'get' | 'update' | 'updateSeveral'>;
  account: SyncArea;
  /** The ids of all papers of the digest. */
  paperIds(): Promise<PaperId[]>;
  /** Sets the alarm for the next sync. */
  wakeAt: SetAlarm;
  /** Sets it unless there is an earlier one. */
  wakeBy(time: number): Promise<void>;
  now(): Moment;
}

/** After a rejected request. */
const retryMs = 30 * 60_000;

/** Syncs once. Returns whether user data changed here. Does nothing where sync is off. */
export async function syncOnce(sources: SyncSources): Promise<boolean> {
  const { userData, wakeAt, now } = sources;
  if ((await userData.get('copying')).on === null) return false;
  const time = Date.parse(now());
  const { isChanged } = await withRetryAlarm(wakeAt, time + WRITE_INTERVAL_MS, async () => {
    try {
      return await exchangeWithAccount(sources);
    } catch (error) {
      if (!(error instanceof SyncUnavailable)) throw error;
      await storeProblem(userData, error.problem);
      return { isChanged: false, nextAlarm: time + retryMs };
    }
  });
  return isChanged;
}

async function exchangeWithAccount(
  sources: SyncSources,
): Promise<{ isChanged: boolean; nextAlarm: number | null }> {
  const { userData, account } = sources;
  const items = await account.read();
  const { changed, write, writeAt } = await mergeAndStore(items, sources);
  if (write !== null) {
    await account.write(write);
    await storeProblem(userData, null);
  }
  const isChanged = Object.keys(changed).some((kind) => kind !== 'copying');
  return { isChanged, nextAlarm: writeAt };
}

/** Schedules a write of changes that were made here, together with those of the next minute. */
export async function scheduleSync({ userData, wakeBy, now }: SyncSources): Promise<void> {
  if ((await userData.get('copying')).on === null) return;
  await wakeBy(Date.parse(now()) + WRITE_INTERVAL_MS);
}

async function mergeAndStore(
  items: Items,
  { userData, paperIds, now }: SyncSources,
): Promise<SyncOutcome> {
  const [marks, copying] = await Promise.all([userData.get('marks'), userData.get('copying')]);
  const elsewhere = readElsewhere({ marks, copying }, items);
  const ids = elsewhere.size === 0 ? [] : withHashes(await paperIds(), elsewhere);
  let outcome: SyncOutcome = { changed: {}, write: null, writeAt: null };
  await userData.updateSeveral(syncedKinds, (data) => {
    outcome = mergeDevices(data, items, ids, now());
    return outcome.changed;
  });
  return outcome;
}

async function storeProblem(
  userData: SyncSources['userData'],
  problem: SyncUnavailable['problem'] | null,
): Promise<void> {
  await userData.update('copying', (copying) =>
    copying.problem === problem ? copying : { ...copying, problem },
  );
}
