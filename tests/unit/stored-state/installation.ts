/** Today's version on storage that an older one filled, outside a browser. */
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { deleteEverything } from '../../../lib/background/delete-everything.ts';
import { createHandlers } from '../../../lib/background/handlers/handlers.ts';
import { openPorts, type Ports } from '../../../lib/background/ports.ts';
import { BackgroundJobs } from '../../../lib/jobs/jobs.ts';
import { applyRules } from '../../../lib/messages/apply-rules.ts';
import type { Handlers } from '../../../lib/messages/contract.ts';
import { DatabaseConnection } from '../../../lib/storage/database.ts';
import { type Ask, recordAnswers } from '../../stored-state/answers.ts';
import type { RecordedAnswers, StoredState } from '../../stored-state/fixture.ts';
import { restoreDatabases } from '../../stored-state/in-page.ts';
import type { Life } from '../killable.ts';
import { MemoryArea } from '../memory-storage-area.ts';

export interface Installation {
  ports: Ports;
  jobs: BackgroundJobs;
  handlers: Handlers;
  ask: Ask;
}

const caller = { tabId: null, private: false };

/** Puts the clock just after a record, and its state into the fake browser. Answers `storage.local`. */
export async function restore(state: StoredState): Promise<MemoryArea> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(state.answers.at) + 1_000 });
  vi.spyOn(browser.permissions, 'contains').mockImplementation((async () => true) as never);
  globalThis.indexedDB = new IDBFactory();
  await restoreDatabases(null, state.databases);
  await browser.storage.session.set(state.storage.session);
  await browser.storage.sync.clear();
  await browser.storage.sync.set(state.storage.sync);
  const area = new MemoryArea();
  await area.set(state.storage.local);
  return area;
}

/** One life of the background, which a `Life` may end. */
export function startOn(area: MemoryArea, life?: Life): Installation {
  const database = new DatabaseConnection();
  const ports = life ? openPorts(life.wrap(database), life.wrap(area)) : openPorts(database, area);
  const jobs = new BackgroundJobs(ports);
  const handlers = applyRules(
    createHandlers(ports, jobs, () => deleteEverything(ports, jobs)),
    jobs,
  );
  const ask: Ask = (name, request) => handlers[name](request as never, caller) as never;
  return { ports, jobs, handlers, ask };
}

/** What a start of the background does, without what it fetches. */
export async function firstStart({ jobs }: Installation): Promise<void> {
  await jobs.ready();
  await jobs.processQueues();
}

/** Everything as the older version recorded it. */
export async function answersOf(
  { ask }: Installation,
  { at, related }: RecordedAnswers,
): Promise<RecordedAnswers> {
  const badge = await browser.action.getBadgeText({});
  const pages = related.map(({ page }) => page as never);
  return JSON.parse(JSON.stringify(await recordAnswers(ask, badge, pages, at)));
}
