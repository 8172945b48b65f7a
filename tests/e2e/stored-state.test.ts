/** An update in a real browser, from what 0.1 stored there to the build under test. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { badgeText } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import { newPaper } from '../fake-services/sample-papers.ts';
import { type Ask, recordAnswers } from '../stored-state/answers.ts';
import { readFixture } from '../stored-state/fixture.ts';
import { restoreDatabases, restoreStorage } from '../stored-state/in-page.ts';
import { withSites } from '../stored-state/names.ts';
import { sentFromPage } from '../stored-state/old-messages.ts';
import { checkAgain, newsOf } from '../stored-state/user-days.ts';
import { browserName, Session } from './session.ts';
import { uiText } from './ui-text.ts';

const state = readFixture(browserName);
const { answers } = state;
const recordedKey = 'recorded.notifications';
/** Firefox without a window closes a notification at once: each is noted when it is made. */
const noteNotifications = `{
  const api = globalThis.browser ?? globalThis.chrome;
  const { notifications } = api;
  const create = notifications.create.bind(notifications);
  notifications.create = (...given) => {
    void api.storage.session.set({ '${recordedKey}': given[0] });
    return create(...given);
  };
}
`;

let session: Session;
const ask: Ask = (name, request) => session.ask(name, request);

beforeAll(async () => {
  session = await Session.start({
    at: answers.at,
    prepareServices: (services) => services.publish([...newsOf(0), ...newsOf(1)]),
    prepare: (build) => {
      build.changeManifest(withSites);
      build.beforeBackground(noteNotifications);
      build.holdBackground();
    },
  });
  const { browser, build } = session;
  await browser.inExtension(restoreStorage, state.storage);
  await browser.inExtension(restoreDatabases, state.databases);
  build?.releaseBackground();
  await browser.update();
  await session.status('the papers of 0.1', ({ papers }) => papers === answers.papers);
});
afterAll(() => session?.close());

const badge = () => badgeText(session.browser);
const unreadIds = async () => {
  const { topics } = await ask('unread', {});
  return topics.map(({ topic, unread }) => ({
    topic: topic.name,
    ids: unread.map(({ paper }) => paper.id),
  }));
};

it('answers all as 0.1 did, with the same number on the icon', async () => {
  await until('the badge', async () => (await badge()) === answers.badge);
  const pages = answers.related.map(({ page }) => page as never);
  const after = await recordAnswers(ask, await badge(), pages, answers.at);
  expect(JSON.parse(JSON.stringify(after))).toEqual(answers);
});

it('shows beside a paper what 0.1 showed', async () => {
  const related = answers.related.find(({ ids }) => ids.length > 1);
  const { arxivId = '' } = (related?.page ?? {}) as { arxivId?: string };
  const page = await session.browser.open(`https://arxiv.org/abs/${arxivId}`);
  await page.see('.entries .title');
  const titles = new Map(
    state.digest
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string; title: string })
      .map(({ id, title }) => [`arxiv:${id}`.replace('arxiv:arxiv:', 'arxiv:'), title]),
  );
  const shown = (await page.visible('.entries .title')).map(({ text }) => text.trim());
  expect(shown).toEqual(related?.ids.slice(0, shown.length).map((id) => titles.get(id)));
  await page.close();
});

it('alerts to nothing a second time, and to a new paper once', async () => {
  await checkAgain(session);
  expect(await unreadIds()).toEqual(answers.unread);
  expect(await badge()).toBe(answers.badge);
  const day = answers.at.slice(0, 10);
  session.services.publish([newPaper('robot manipulation', 'A zebrafish of today', day, 39_001)]);
  await checkAgain(session);
  await until('one more', async () => Number(await badge()) === Number(answers.badge) + 1);
  const sessionItems = await session.browser.inExtension(
    (api) => api.storage.session.get(null),
    null,
  );
  expect(recordedKey in sessionItems).toBe(false);
});

it('has the files that addresses and registered scripts of 0.1 name', () => {
  const missing = state.names.files.filter((file) => {
    return !existsSync(join(session.build?.folder ?? '', file));
  });
  expect(missing).toEqual([]);
});

it('answers what content scripts of 0.1 ask', async () => {
  const url = 'https://arxiv.org/abs/2404.02905';
  const page = await session.browser.open(url);
  for (const { name, request, answer } of state.messages) {
    const after = await sentFromPage(session.browser, url, { name, request });
    const { fields = [], ...rest } = answer;
    expect({ name, ...Object(after) }).toMatchObject({ name, ...rest });
    expect(Object(after).fields ?? []).toEqual(expect.arrayContaining(fields));
  }
  await page.close();
});

const newerVersion = 7;

it('leaves the database of a newer version unchanged, and says what to do', async () => {
  const { browser, build } = session;
  const papers = () => browser.inExtension(papersInDatabase, newerVersion);
  build?.holdBackground();
  await browser.update();
  const before = await papers();
  expect(before).toBeGreaterThanOrEqual(answers.papers);
  build?.releaseBackground();
  await browser.update();
  const popup = await session.popup();
  await popup.click({ css: '[role=tab]', text: uiText('tabs.latest') });
  await popup.see({ css: '*', text: uiText('errors.newer') });
  await popup.close();
  expect(await papers()).toBe(before);
});

/** Runs in a page of the extension: how many papers a database of this version has. */
function papersInDatabase(_: unknown, version: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kindred', version);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const counting = database.transaction('papers').objectStore('papers').count();
      counting.onerror = () => reject(counting.error);
      counting.onsuccess = () => {
        database.close();
        resolve(counting.result);
      };
    };
  });
}
