/**
 * This computer and the browser's account, brought to the same. What is new here is stored before
 * anything is written to the account, and an alarm is set before that: a worker killed at any line
 * goes on where it was.
 */

import type { PaperId } from '../../paper/paper.ts';
import type { Items, ItemsChange } from '../../sync/sync-items.ts';
import type { CopyProblem } from '../../sync/sync-problem.ts';
import type { Moment } from '../../time/days.ts';
import type { AuthoredStore } from '../../user-data/user-data.ts';
import {
  type Exchange,
  exchange,
  exchangedKinds,
  readElsewhere,
  withHashes,
  writeApartMs,
} from './merge-devices.ts';

/** What an extension may keep in the browser's account. */
export interface AccountArea {
  /** Throws an AccountRefusal where the browser does not let it be used. */
  read(): Promise<Items>;
  write(change: ItemsChange): Promise<void>;
}

/** The browser would not take or give the account's items. */
export class AccountRefusal extends Error {
  readonly problem: Extract<CopyProblem, 'full' | 'unavailable'>;

  constructor(problem: 'full' | 'unavailable', cause: unknown) {
    super(`The browser's account: ${problem}.`, { cause });
    this.name = 'AccountRefusal';
    this.problem = problem;
  }
}

export interface CopySources {
  authored: Pick<AuthoredStore, 'get' | 'update' | 'updateSeveral'>;
  account: AccountArea;
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
export async function exchangeCopies(sources: CopySources): Promise<boolean> {
  const { authored, account, wakeAt, now } = sources;
  if ((await authored.get('copying')).on === null) return false;
  const time = Date.parse(now());
  await wakeAt(time + writeApartMs);
  try {
    const items = await account.read();
    const { changed, write, writeAt } = await stored(items, sources);
    if (write !== null) {
      await account.write(write);
      await noteProblem(authored, null);
    }
    await wakeAt(writeAt);
    return Object.keys(changed).some((kind) => kind !== 'copying');
  } catch (error) {
    if (!(error instanceof AccountRefusal)) throw error;
    await noteProblem(authored, error.problem);
    await wakeAt(time + retryMs);
    return false;
  }
}

/** Has changes made here written to the account in a while, together with those that follow. */
export async function expectExchange({ authored, wakeBy, now }: CopySources): Promise<void> {
  if ((await authored.get('copying')).on === null) return;
  await wakeBy(Date.parse(now()) + writeApartMs);
}

async function stored(items: Items, { authored, paperIds, now }: CopySources): Promise<Exchange> {
  const [marks, copying] = await Promise.all([authored.get('marks'), authored.get('copying')]);
  const elsewhere = readElsewhere({ marks, copying }, items);
  const ids = elsewhere.size === 0 ? [] : withHashes(await paperIds(), elsewhere);
  let outcome: Exchange = { changed: {}, write: null, writeAt: null };
  await authored.updateSeveral(exchangedKinds, (data) => {
    outcome = exchange(data, items, ids, now());
    return outcome.changed;
  });
  return outcome;
}

async function noteProblem(
  authored: CopySources['authored'],
  problem: AccountRefusal['problem'] | null,
): Promise<void> {
  await authored.update('copying', (copying) =>
    copying.problem === problem ? copying : { ...copying, problem },
  );
}
