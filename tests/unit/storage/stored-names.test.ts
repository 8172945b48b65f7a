/**
 * Names that live outside the code: 0.1 left them in browsers, files and open pages. The lists are the
 * fixture's; a name may change only with a migration of what bears the old one.
 */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { exportUserData } from '../../../lib/answers/import/merge-user-data.ts';
import { listenForAlarms } from '../../../lib/background/alarms.ts';
import {
  createMenuItems,
  listenToMenuAndOmnibox,
} from '../../../lib/background/context-menu-and-omnibox.ts';
import { showNotification } from '../../../lib/background/notifications.ts';
import { openPorts } from '../../../lib/background/ports.ts';
import { reconcileSiteScripts } from '../../../lib/background/site-scripts.ts';
import { toKindredFile } from '../../../lib/import/formats/kindred-file.ts';
import { BackgroundJobs } from '../../../lib/jobs/jobs.ts';
import { calls } from '../../../lib/messages/contract.ts';
import { dispatch, envelopeOf } from '../../../lib/messages/dispatch.ts';
import { DatabaseConnection } from '../../../lib/storage/database.ts';
import { storePinHintSeen } from '../../../lib/storage/pin-hint.ts';
import { storePopupState } from '../../../lib/storage/popup-state-store.ts';
import { recordTopicOrigin } from '../../../lib/storage/topic-origin-store.ts';
import { type UserDataKind, userDataKinds } from '../../../lib/user-data/user-data.ts';
import { readFixture } from '../../stored-state/fixture.ts';
import { dumpDatabases } from '../../stored-state/in-page.ts';
import { fieldsOf, shapesOf } from '../../stored-state/names.ts';

const { answers, names, messages, storage } = readFixture('chromium');
const caller = { tabId: 7, private: false };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.spyOn(browser.permissions, 'contains').mockImplementation((async () => true) as never);
});

it('are those of the databases: stores, key paths and indexes', async () => {
  await new DatabaseConnection().transact(['papers'], 'readonly', async () => undefined);
  expect(shapesOf(await dumpDatabases())).toEqual(names.databases);
});

describe('keys', () => {
  it('of storage.local are written and read under the same names', async () => {
    const { userData } = openPorts();
    for (const kind of Object.keys(userDataKinds) as UserDataKind[]) {
      const item = storage.local[`authored.${kind}`] as { data: unknown } | undefined;
      if (item) await userData.update(kind, () => item.data as never);
    }
    await storePinHintSeen();
    const { 'authored.waiting': _, ...kept } = storage.local;
    expect(await browser.storage.local.get(null)).toMatchObject(kept);
    expect(names.local.filter((key) => !(key in storage.local))).toEqual([]);
  });

  it('of storage.session are written under the same names', async () => {
    const { session } = openPorts();
    await recordTopicOrigin('t1', null);
    await storePopupState({ tab: 'search', query: '' }, new Date());
    await session.remember([answers.related[0]?.page as never]);
    const kept = Object.keys(await browser.storage.session.get(null));
    const kinds = new Set(kept.map((key) => key.replace(/^(followed|met)\..+$/, '$1.*')));
    expect([...kinds].sort()).toEqual(names.session);
  });
});

it('are those of alarms: each still wakes the background for its work', async () => {
  const woken: string[] = [];
  const { alarms } = new BackgroundJobs(openPorts());
  const wake = (name: string) => async () => void woken.push(name);
  const jobs = Object.keys(alarms).map((name) => [name, wake(name)]);
  listenForAlarms({ alarms: Object.fromEntries(jobs) });
  const { onAlarm: event } = browser.alarms as unknown as {
    onAlarm: { trigger(alarm: object): Promise<unknown> };
  };
  for (const name of names.alarms) await event.trigger({ name, scheduledTime: Date.now() });
  expect(woken.sort()).toEqual(names.alarms);
  expect(names.alarms).toContain('update');
});

it('is that of the notification, so that a new one takes the place of an old one', async () => {
  const create = vi.spyOn(browser.notifications, 'create').mockResolvedValue('' as never);
  await showNotification({ total: 1, topics: [{ name: 'Otters', count: 1 }] });
  expect(create.mock.calls.map(([id]) => id)).toEqual(names.notifications);
});

it('are those of menu items, and a click on each does something', async () => {
  const created: string[] = [];
  const clicked: ((info: object, tab: object) => void)[] = [];
  Object.assign(browser, {
    omnibox: undefined,
    contextMenus: {
      removeAll: async () => undefined,
      create: ({ id }: { id: string }) => created.push(id),
      onClicked: { addListener: (run: (info: object, tab: object) => void) => clicked.push(run) },
    },
  });
  await createMenuItems();
  expect(created.sort()).toEqual(names.menuItems);
  const tabs = vi.spyOn(browser.tabs, 'create');
  listenToMenuAndOmnibox(vi.fn());
  clicked[0]?.({ menuItemId: 'search', selectionText: 'otters' }, { id: 1 });
  expect(tabs).toHaveBeenCalledOnce();
});

it('are those of the registered script, which is known again and not registered twice', async () => {
  const [script] = names.registeredScripts;
  const registered: { id: string; js: string[]; css: string[] }[] = [];
  const unregistered: string[] = [];
  const matches = script?.matches ?? [];
  vi.spyOn(browser.permissions, 'getAll').mockResolvedValue({ origins: matches } as never);
  let known: object[] = [];
  Object.assign(browser, {
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        known.filter((one) => ids.includes((one as { id: string }).id)),
      registerContentScripts: async (scripts: typeof registered) => registered.push(...scripts),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => unregistered.push(...ids),
    },
  });
  await reconcileSiteScripts();
  const files = registered.map(({ id, js, css }) => [
    id,
    [...js, ...css].map((file) => file.replace(/^\//, '')),
  ]);
  expect(files).toEqual([[script?.id, script?.files.map((file) => file.replace(/^\//, ''))]]);
  known = [{ id: script?.id, matches }];
  await reconcileSiteScripts();
  expect(registered).toHaveLength(1);
  expect(unregistered).toEqual([]);
});

describe('messages that content scripts of 0.1 send', () => {
  const handlers = new Proxy({} as never, { get: () => async () => null });

  it.each(messages)(
    '“$name” is understood, or refused as then',
    async ({ name, request, answer }) => {
      const envelope = envelopeOf({ kindred: name, request });
      expect(envelope).not.toBeNull();
      if (!envelope) return;
      const reply = await dispatch(handlers, envelope, 'page', caller);
      if (!reply.ok) expect(reply.error.code).toBe(answer.code);
      else expect(answer.code).not.toBe('bad-request');
    },
  );

  it('are all calls that pages may make', () => {
    const fromPages = Object.entries(calls).filter(([, { from }]) => from === 'page');
    const old = new Set(messages.map(({ name }) => name));
    expect(messages.filter(({ name }) => !(name in calls))).toEqual([]);
    expect(fromPages.filter(([name]) => !old.has(name))).toEqual([]);
  });
});

it('are those of the exported file', async () => {
  await browser.storage.local.set(storage.local);
  const file = toKindredFile(await exportUserData(openPorts().userData), answers.at);
  expect(fieldsOf(JSON.parse(file))).toEqual(names.exportedFile);
});
