/**
 * This device and the browser's account, brought to the same. What is new here is stored before
 * anything is written to the account, and an alarm is set before that: a worker killed at any line
 * goes on where it was.
 */

import type { PaperId } from '../../paper/paper.ts';
import type { Items, ItemsChange } from '../../sync/sync-items.ts';
import type { SyncProblem } from '../../sync/sync-problem.ts';
import type { Moment } from '../../time/days.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import {
  mergeDevices,
  readElsewhere,
  type SyncOutcome,
  syncedKinds,
  withHashes,
  writeIntervalMs,
} from './merge-devices.ts';

/** What an extension may keep in the browser's account. */
export interface SyncArea {
  /** Throws an AccountRefusal where the browser does not let it be used. */
  read(): Promise<Items>;
  write(change: ItemsChange): Promise<void>;
}

/** The browser would not take or give the account's items. */
export class SyncUnavailable extends Error {
  readonly problem: Extract<SyncProblem, 'full' | 'unavailable'>;

  constructor(problem: 'full' | 'unavailable', cause: unknown) {
    super(`The browser's account: ${problem}.`, { cause });
    this.name = 'AccountRefusal';
    this.problem = problem;
  }
}

export interface SyncSources {
  userData: Pick<UserDataStore, 'get' | 'update' | 'updateSeveral'>;
  account: SyncArea;
  /** Ids of all papers of the digest. */
  paperIds(): Promise<PaperId[]>;
  /** Has the worker woken for an exchange; null takes that back. */
  wakeAt(time: number | null): Promise<void>;
  /** Has it woken no later than that. */
  wakeBy(time: number): Promise<void>;
  now(): Moment;
}

/** What was refused is tried again after so long. */
const retryMs = 30 * 60_000;

/** Exchanges once. Answers whether anything changed here. Does nothing where copying is off. */
export async function syncOnce(sources: SyncSources): Promise<boolean> {
  const { userData, account, wakeAt, now } = sources;
  if ((await userData.get('copying')).on === null) return false;
  const time = Date.parse(now());
  await wakeAt(time + writeIntervalMs);
  try {
    const items = await account.read();
    const { changed, write, writeAt } = await stored(items, sources);
    if (write !== null) {
      await account.write(write);
      await noteProblem(userData, null);
    }
    await wakeAt(writeAt);
    return Object.keys(changed).some((kind) => kind !== 'copying');
  } catch (error) {
    if (!(error instanceof SyncUnavailable)) throw error;
    await noteProblem(userData, error.problem);
    await wakeAt(time + retryMs);
    return false;
  }
}

/** Has changes made here written to the account in a while, together with those that follow. */
export async function scheduleSync({ userData, wakeBy, now }: SyncSources): Promise<void> {
  if ((await userData.get('copying')).on === null) return;
  await wakeBy(Date.parse(now()) + writeIntervalMs);
}

async function stored(
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

async function noteProblem(
  userData: SyncSources['userData'],
  problem: SyncUnavailable['problem'] | null,
): Promise<void> {
  await userData.update('copying', (copying) =>
    copying.problem === problem ? copying : { ...copying, problem },
  );
}
