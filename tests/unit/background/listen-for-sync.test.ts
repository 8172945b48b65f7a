import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startSync } from '../../../lib/answers/sync/sync-status.ts';
import { listenForAlarms } from '../../../lib/background/alarms.ts';
import { listenForSync } from '../../../lib/background/listen-for-sync.ts';
import { openPorts } from '../../../lib/background/ports.ts';
import { BackgroundJobs } from '../../../lib/jobs/jobs.ts';
import { SyncScheduler } from '../../../lib/jobs/sync/sync-scheduler.ts';
import { LocalUserDataStore } from '../../../lib/storage/user-data-store.ts';
import { makeTopic } from '../../../lib/topics/topic.ts';

const created = '2026-01-01T00:00:00.000Z';
const topic = (id: string) => makeTopic({ id, name: id, query: id, created });
const alarm = () => browser.alarms.get('copy');
const inAccount = () => browser.storage.sync.get(null);

let scheduler: SyncScheduler;
let jobs: BackgroundJobs;
const userData = new LocalUserDataStore();
const follow = (id: string) => userData.update('topics', (topics) => [...topics, topic(id)]);

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-03-01T10:00:00.000Z'), toFake: ['Date'] });
  const ports = openPorts();
  scheduler = new SyncScheduler({ ...ports.sync.sources, userData, paperIds: async () => [] });
  jobs = new BackgroundJobs({ ...ports, userData, sync: scheduler });
  vi.spyOn(jobs, 'processQueues').mockResolvedValue();
  listenForAlarms(jobs);
  listenForSync(jobs, scheduler);
  await startSync({ ...scheduler.sources, userData, exchange: () => jobs.sync() });
});

async function ring(): Promise<void> {
  vi.setSystemTime((await alarm())?.scheduledTime ?? 0);
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'copy' } as never);
  await jobs.sync();
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
  await scheduler.schedule();
  expect((await alarm())?.scheduledTime).toBe(when);
  expect(Object.keys(await inAccount())).not.toContain('topic.sparse');
  await ring();
  expect(Object.keys(await inAccount())).toEqual(
    expect.arrayContaining(['topic.sparse', 'topic.experts']),
  );
  // What a sync itself stores schedules no other one.
  await jobs.sync();
  expect(await alarm()).toBeUndefined();
});

it('applies at once what comes into the account', async () => {
  const at = '2026-03-01T10:00:30.000Z';
  await browser.storage.sync.set({
    'topic.x': { at, value: { id: 'x', name: 'x', query: 'x', created } },
  });
  await vi.waitFor(async () => expect(await userData.get('topics')).toHaveLength(1));
  await vi.waitFor(() => expect(jobs.processQueues).toHaveBeenCalled());
});

it.each([
  ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'full'],
  ['QUOTA_BYTES quota exceeded', 'full'],
  ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'full'],
  ['Sync is turned off by an administrator.', 'unavailable'],
])('keeps what the account rejects: %s', async (message, problem) => {
  await follow('sparse');
  await scheduler.schedule();
  vi.spyOn(browser.storage.sync, 'set').mockRejectedValue(new Error(message));
  await ring();
  expect((await userData.get('copying')).problem).toBe(problem);
  expect(await userData.get('topics')).toHaveLength(1);
  expect((await alarm())?.scheduledTime).toBeGreaterThan(Date.now());
  vi.restoreAllMocks();
});
