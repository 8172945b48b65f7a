/** Copying to other devices, as the user begins it, ends it and sees it. */

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

const namedTopics = 10;

export interface SyncAnswerSources extends SyncSources {
  userData: UserDataStore;
  /** Exchanges now. */
  exchange(): Promise<void>;
}

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
          : { topics: fresh.length, names: fresh.slice(0, namedTopics).map(({ name }) => name) },
      notNow: copying.notNow !== null && latest <= copying.notNow,
    };
  } catch (error) {
    if (!(error instanceof SyncUnavailable)) throw error;
    return { ...known, problem: error.problem, found: null, notNow: false };
  }
}

/** Topics of the account that would come to this device, and when the latest was changed. */
async function foundIn(
  items: Items,
  { userData, now }: SyncAnswerSources,
): Promise<{ fresh: Topic[]; latest: Moment; newer: boolean }> {
  const { copy, newer } = readItems(items);
  const topics = (await userData.get('topics')).map((topic) => toTopic(parseStoredTopic(topic)));
  const first = firstSync({ topics, marks: {}, alerts: {} }, copy, now());
  const { copy: merged, renamed } = mergeDuplicateTopics(mergeSyncedData(first, copy), now());
  // A topic that took the place of the same one made here brings nothing.
  const here = new Set([...topics.map(({ id }) => id)].map((id) => renamed.get(id) ?? id));
  const dated = Object.values(merged.topics);
  return {
    fresh: dated.flatMap(({ value }) => (value === null || here.has(value.id) ? [] : [value])),
    latest: dated.map(({ at }) => at).reduce((one, other) => (one > other ? one : other), ''),
    newer,
  };
}

/** Begins copying. Throws a sentence where the browser does not let its account be used. */
export async function startSync(sources: SyncAnswerSources): Promise<SyncStatus> {
  const { userData, account, now } = sources;
  let on = now();
  try {
    // Later than an end that a device with another clock has set.
    const { ended } = readItems(await account.read());
    if (ended !== null) on = after(ended, on);
  } catch (error) {
    throw sentenceOf(error, 'Nothing was turned on, and nothing left this computer.');
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

/** Ends copying here, or everywhere with the copy deleted. What is stored here stays. */
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
      throw sentenceOf(error, 'Copying is off on this computer, but the copy is still there.');
    }
  } else await dismissSyncOffer(sources);
  return syncStatus(sources);
}

/** What is in the account now is no longer offered where nobody asked for it. */
export async function dismissSyncOffer({ userData, now }: SyncAnswerSources): Promise<void> {
  await userData.update('copying', (copying) => ({ ...copying, notNow: now() }));
}

/** The topics alone, as a file of Kindred's own. */
export async function topicsText({
  userData,
  now,
}: Pick<SyncAnswerSources, 'userData' | 'now'>): Promise<{ text: string; topics: number }> {
  const topics = (await userData.get('topics')).map((topic) => toTopic(parseStoredTopic(topic)));
  const nothing = { marks: [], shelf: [], refused: [], ignored: [], settings: {} };
  return { text: toKindredFile({ ...nothing, topics }, now()), topics: topics.length };
}

function sentenceOf(error: unknown, kept: string): unknown {
  if (!(error instanceof SyncUnavailable)) return error;
  const why =
    error.problem === 'full'
      ? 'The browser takes no more into its account at the moment.'
      : 'The browser does not let Kindred use its account; perhaps whoever runs this computer has turned that off.';
  return new FailureError({ code: 'storage', message: `${why} ${kept} Try again later.` });
}
