import { afterAll, beforeAll, expect, it } from 'vitest';
import { alarms, fireAlarms } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import { Session } from './session.ts';
import { uiText } from './ui-text.ts';

type Items = Record<string, unknown>;
interface Api {
  storage: Record<
    'sync' | 'local',
    { get(keys: null): Promise<Items>; set(items: Items): Promise<void> }
  >;
  notifications: {
    getAll(): Promise<Items>;
    onClosed: { addListener(then: (id: string) => void): void };
  };
}

let session: Session;
beforeAll(async () => {
  session = await Session.start({
    prepare: (build) =>
      build.changeManifest((manifest) => {
        manifest.permissions = [...(manifest.permissions as string[]), 'notifications'];
        manifest.optional_permissions = [];
      }),
  });
  await session.status('an answer', () => true);
});
afterAll(() => session?.close());

const within = <T, A = null>(fn: (api: Api, argument: A) => Promise<T>, argument?: A) =>
  session.browser.inExtension(fn as never, argument ?? null) as Promise<T>;
const inAccount = () => within((api) => api.storage.sync.get(null));
const store = (area: 'sync' | 'local', items: Items) =>
  within(
    (api, given: { area: 'sync' | 'local'; items: Items }) =>
      api.storage[given.area].set(given.items),
    { area, items },
  );
/** Of a message with two forms the first. */
const singular = (...asked: Parameters<typeof uiText>) => uiText(...asked).split(' | ')[0] ?? '';
const key = (text: string) => ({ css: 'button', text });

it('copies topics to the account once that is turned on, and deletes the copy when asked to', async () => {
  const mine = await session.ask('follow', { name: 'Caches', query: 'key-value cache' });
  const page = await session.browser.openExtensionPage('options.html#copies');
  await page.see(key(uiText('copies.turnOn')));
  expect(await inAccount()).toEqual({});
  await page.click(key(uiText('copies.turnOn')));
  await page.see({ css: '#copies p', text: uiText('copies.isOnNew').split('.')[0] ?? '' });
  await until('the topic in the account', async () => `topic.${mine.id}` in (await inAccount()));
  await expect.poll(inAccount).toMatchObject({
    copy: { version: 1 },
    [`topic.${mine.id}`]: { value: { query: 'key-value cache' } },
  });
  await page.click(key(uiText('copies.turnOff')));
  await page.click(key(uiText('copies.stopDelete')));
  await page.see({ css: '#copies p', text: uiText('copies.isOff') });
  await expect.poll(async () => Object.keys(await inAccount())).toEqual(['copy']);
  await page.close();
});

it('says what another device has put there, and takes it at a click', async () => {
  const at = new Date().toISOString();
  const value = { id: 'elsewhere', name: 'Proteins', query: 'protein design', created: at };
  await store('sync', { copy: { version: 1 }, 'topic.elsewhere': { at, value } });
  const page = await session.popup();
  await page.see({ css: 'p', text: singular('copies.found', '1') });
  expect((await session.ask('topics', {})).map(({ name }) => name)).toEqual(['Caches']);
  await page.click(key(uiText('copies.use')));
  await page.see({ css: '.undo', text: uiText('copies.came') });
  const names = (await session.ask('topics', {})).map(({ name }) => name);
  expect(names.sort()).toEqual(['Caches', 'Proteins']);
  await page.close();
});

it('notifies once a day of new papers, while no view is open', async () => {
  const state = await session.ask('setNotifications', { on: true, minute: 0 });
  expect(state).toMatchObject({ on: true, minute: 0 });
  const [topic] = await session.ask('topics', {});
  const old = new Date(Date.now() - 60_000).toISOString();
  const news = { 'arxiv:2404.02905': { topics: [topic?.id], at: new Date().toISOString() } };
  const due = { on: true, minute: 0, lastDay: '2020-01-01', upTo: old };
  // Firefox without a window closes what it shows at once: that is noted in the title.
  const notified = () =>
    within(async (api) => [...Object.keys(await api.notifications.getAll()), document.title]);
  await within(async (api) => {
    document.title = '';
    api.notifications.onClosed.addListener((id) => {
      document.title = id;
    });
  });
  const ring = async () => {
    await store('local', {
      'authored.alerts': { version: 1, data: news },
      'authored.notices': { version: 1, data: due },
    });
    await fireAlarms(session.browser);
    await until('the day to be done', async () => {
      const kept = (await within((api) => api.storage.local.get(null)))['authored.notices'];
      if ((kept as { data: typeof due }).data.lastDay === due.lastDay) return false;
      // Set last, for a whole minute: the time of the next day's notification.
      const next = (await alarms(session.browser)).find(({ name }) => name === 'notice');
      return next !== undefined && next.scheduledTime % 60_000 === 0;
    });
  };
  const page = await session.browser.openExtensionPage('options.html');
  await ring();
  expect(await notified()).toEqual(['']);
  await page.close();
  await ring();
  await until('the notification', async () => (await notified()).includes('news'));
});
