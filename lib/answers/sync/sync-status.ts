import { FailureError } from '../../failure/failure.ts';
import { toKindredFile } from '../../import/formats/kindred-file.ts';
import { syncStopped } from '../../jobs/sync/merge-devices.ts';
import { type SyncSources, SyncUnavailable } from '../../jobs/sync/sync-once.ts';
import { mergeDuplicateTopics } from '../../sync/merge-duplicate-topics.ts';
import { after, firstSync } from '../../sync/record-local-changes.ts';
import { endingItems, type Items, readItems } from '../../sync/sync-items.ts';
import { mergeSyncedData } from '../../sync/synced-data.ts';
import type { Moment } from '../../time/days.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import { type Topic, toTopic } from '../../topics/topic.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import type { SyncStatus } from './sync-answer.ts';

const maxNamedTopics = 10;

export interface SyncAnswerSources extends SyncSources {
  userData: UserDataStore;
  /** Syncs now. */
  exchange(): Promise<void>;
}

/** Whether sync is on, its problem, and what was found in the account while it is off. */
export async function syncStatus(sources: SyncAnswerSources): Promise<SyncStatus> {
  const { userData, account } = sources;
  const copying = await userData.get('copying');
  const { left, wroteAt } = copying;
  const known = { on: copying.on !== null, left, wroteAt, problem: copying.problem };
  if (known.on) return { ...known, found: null, notNow: false };
  try {
    const { fresh, latest, newer } = await foundIn(await account.read(), sources);
    return {
      ...known,
      problem: newer ? 'newer' : known.problem === 'ended' ? 'ended' : null,
      found:
        fresh.length === 0
          ? null
          : { topics: fresh.length, names: fresh.slice(0, maxNamedTopics).map(({ name }) => name) },
      notNow: copying.notNow !== null && latest <= copying.notNow,
    };
  } catch (error) {
    if (!(error instanceof SyncUnavailable)) throw error;
    return { ...known, problem: error.problem, found: null, notNow: false };
  }
}

/** Topics in the account that would be added to this device, and when the latest changed. */
async function foundIn(
  items: Items,
  { userData, now }: SyncAnswerSources,
): Promise<{ fresh: Topic[]; latest: Moment; newer: boolean }> {
  const { copy, newer } = readItems(items);
  const topics = (await userData.get('topics')).map((topic) => toTopic(parseStoredTopic(topic)));
  const first = firstSync({ topics, marks: {}, alerts: {} }, copy, now());
  const { copy: merged, renamed } = mergeDuplicateTopics(mergeSyncedData(first, copy), now());
  // A topic that replaces the same one of this device is not new.
  const here = new Set([...topics.map(({ id }) => id)].map((id) => renamed.get(id) ?? id));
  const dated = Object.values(merged.topics);
  return {
    fresh: dated.flatMap(({ value }) => (value === null || here.has(value.id) ? [] : [value])),
    latest: dated.map(({ at }) => at).reduce((one, other) => (one > other ? one : other), ''),
    newer,
  };
}

/**
 * Turns sync on and syncs.
 *
 * @throws {FailureError} 'storage' where the browser does not allow the use of its account
 */
export async function startSync(sources: SyncAnswerSources): Promise<SyncStatus> {
  const { userData, account, now } = sources;
  let on = now();
  try {
    // Later than the end that another device set, whatever its clock.
    const { ended } = readItems(await account.read());
    if (ended !== null) on = after(ended, on);
  } catch (error) {
    throw failureOf(error, 'Sync was not turned on, and nothing left this device.');
  }
  await userData.update('copying', (copying) => ({
    ...copying,
    on: copying.on ?? on,
    computer: copying.computer || crypto.randomUUID().replaceAll('-', '').slice(0, 8),
    problem: null,
    notNow: null,
  }));
  await sources.exchange();
  return syncStatus(sources);
}

/**
 * Turns sync off on this device, or with `deleteCopy` on all devices. The data on this device
 * stays.
 *
 * @throws {FailureError} 'storage' where the copy could not be deleted
 */
export async function stopSync(
  { deleteCopy }: { deleteCopy: boolean },
  sources: SyncAnswerSources,
): Promise<SyncStatus> {
  const { userData, account, wakeAt, now } = sources;
  await userData.update('copying', (copying) => ({ ...syncStopped(copying), problem: null }));
  await wakeAt(null);
  if (deleteCopy) {
    try {
      await account.write(endingItems(await account.read(), now()));
    } catch (error) {
      throw failureOf(error, 'Sync is off on this device, but the copy is still in your account.');
    }
  } else await dismissSyncOffer(sources);
  return syncStatus(sources);
}

/** Stops offering what is in the account now. */
export async function dismissSyncOffer({ userData, now }: SyncAnswerSources): Promise<void> {
  await userData.update('copying', (copying) => ({ ...copying, notNow: now() }));
}

/** The topics as a file of Kindred's own format. */
export async function topicsText({
  userData,
  now,
}: Pick<SyncAnswerSources, 'userData' | 'now'>): Promise<{ text: string; topics: number }> {
  const topics = (await userData.get('topics')).map((topic) => toTopic(parseStoredTopic(topic)));
  const nothing = { marks: [], shelf: [], refused: [], ignored: [], settings: {} };
  return { text: toKindredFile({ ...nothing, topics }, now()), topics: topics.length };
}

function failureOf(error: unknown, consequence: string): unknown {
  if (!(error instanceof SyncUnavailable)) return error;
  const reason =
    error.problem === 'full'
      ? 'The browser takes no more into its account at the moment.'
      : 'The browser does not let Kindred use its account; perhaps your administrator turned that off.';
  return new FailureError({
    code: 'storage',
    message: `${reason} ${consequence} Try again later.`,
  });
}
