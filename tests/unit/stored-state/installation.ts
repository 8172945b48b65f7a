/** Today's version on storage that an older one filled, outside a browser. */
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createCopier } from '../../../lib/browser/copying.ts';
import { databaseConnection } from '../../../lib/browser/database.ts';
import { deleteEverything } from '../../../lib/browser/delete-everything.ts';
import { createHandlers } from '../../../lib/browser/handlers.ts';
import { openPorts, type Ports } from '../../../lib/browser/ports.ts';
import { createUpkeep, type Upkeep } from '../../../lib/browser/upkeep.ts';
import type { Handlers } from '../../../lib/messages/contract.ts';
import { type Ask, recordAnswers } from '../../stored-state/answers.ts';
import type { RecordedAnswers, StoredState } from '../../stored-state/fixture.ts';
import { restoreDatabases } from '../../stored-state/in-page.ts';
import { MemoryArea } from '../memory-area.ts';
import type { Life } from '../mortal.ts';

export interface Installation {
  ports: Ports;
  upkeep: Upkeep;
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
  const database = databaseConnection();
  const ports = life ? openPorts(life.wrap(database), life.wrap(area)) : openPorts(database, area);
  const copier = createCopier(ports, () => upkeep.takeIn());
  const upkeep: Upkeep = createUpkeep(ports, copier.exchange);
  const handlers = createHandlers(ports, upkeep, () => deleteEverything(ports, upkeep), copier);
  const ask: Ask = (name, request) => handlers[name](request as never, caller) as never;
  return { ports, upkeep, handlers, ask };
}

/** What a start of the background does, without what it fetches. */
export async function firstStart({ upkeep }: Installation): Promise<void> {
  await upkeep.ready();
  await upkeep.takeIn();
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
