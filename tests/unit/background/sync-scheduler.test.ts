import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startSync } from '../../../lib/answers/sync/sync-status.ts';
import {
  createSyncScheduler,
  listenForSync,
  type SyncScheduler,
} from '../../../lib/background/sync-scheduler.ts';
import { userDataStore } from '../../../lib/storage/user-data-store.ts';
import { makeTopic } from '../../../lib/topics/topic.ts';

const created = '2026-01-01T00:00:00.000Z';
const topic = (id: string) => makeTopic({ id, name: id, query: id, created });
const alarm = () => browser.alarms.get('copy');
const inAccount = () => browser.storage.sync.get(null);

let copier: SyncScheduler;
const userData = userDataStore();
const takeIn = vi.fn(async () => undefined);
const follow = (id: string) => userData.update('topics', (topics) => [...topics, topic(id)]);

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-03-01T10:00:00.000Z'), toFake: ['Date'] });
  takeIn.mockClear();
  const index = async () => ({ ids: async () => [] }) as never;
  copier = createSyncScheduler({ userData, index }, takeIn);
  listenForSync(copier);
  await startSync({ ...copier.sources, userData, exchange: copier.exchange });
});

async function ring(): Promise<void> {
  vi.setSystemTime((await alarm())?.scheduledTime ?? 0);
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'copy' } as never);
  await copier.exchange();
}

it('sets an alarm for what changes here, a minute ahead, and writes when it goes off', async () => {
  await vi.waitFor(async () => expect(await alarm()).toBeUndefined());
  await follow('sparse');
  await vi.waitFor(async () => expect(await alarm()).toBeDefined());
  const when = (await alarm())?.scheduledTime ?? 0;
  expect(when - Date.now()).toBeLessThanOrEqual(60_000);
  expect(when - Date.now()).toBeGreaterThan(59_000);
  vi.setSystemTime(Date.now() + 30_000);
  await follow('experts');
  await copier.noticed();
  expect((await alarm())?.scheduledTime).toBe(when);
  expect(Object.keys(await inAccount())).not.toContain('topic.sparse');
  await ring();
  expect(Object.keys(await inAccount())).toEqual(
    expect.arrayContaining(['topic.sparse', 'topic.experts']),
  );
  // What an exchange itself stores asks for no other.
  await copier.exchange();
  expect(await alarm()).toBeUndefined();
});

it('takes over at once what comes into the account', async () => {
  const at = '2026-03-01T10:00:30.000Z';
  await browser.storage.sync.set({
    'topic.x': { at, value: { id: 'x', name: 'x', query: 'x', created } },
  });
  await vi.waitFor(async () => expect(await userData.get('topics')).toHaveLength(1));
  await vi.waitFor(() => expect(takeIn).toHaveBeenCalled());
});

it.each([
  ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'full'],
  ['QUOTA_BYTES quota exceeded', 'full'],
  ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'full'],
  ['Sync is turned off by an administrator.', 'unavailable'],
])('keeps what the account refuses: %s', async (message, problem) => {
  await follow('sparse');
  await copier.noticed();
  vi.spyOn(browser.storage.sync, 'set').mockRejectedValue(new Error(message));
  await ring();
  expect((await userData.get('copying')).problem).toBe(problem);
  expect(await userData.get('topics')).toHaveLength(1);
  expect((await alarm())?.scheduledTime).toBeGreaterThan(Date.now());
  vi.restoreAllMocks();
});
