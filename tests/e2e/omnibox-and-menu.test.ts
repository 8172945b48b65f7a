import { afterAll, beforeAll, expect, it } from 'vitest';
import { answersTo } from '../browsers/answers.ts';
import type { Session } from './session.ts';
import { acquireSharedSession, releaseSharedSession } from './shared-session.ts';

let session: Session;
beforeAll(async () => {
  session = await acquireSharedSession();
});
afterAll(() => releaseSharedSession(session));

it('answers a search that began on a page or in the address bar', async () => {
  const page = await session.browser.openExtensionPage('sidepanel.html?query=halluc');
  const first = await page.see(answersTo('halluc', '.entries .title mark'));
  expect(first.text.toLowerCase()).toContain('halluc');
  expect((await page.see('input[type="search"]')).value).toBe('halluc');
  await page.close();
});

it('has its item in the menu of selected text', async () => {
  // The browser refuses to change an item that is not there.
  const changed = session.browser.inExtension(async (api) => {
    const { contextMenus } = api as unknown as {
      contextMenus: { update(id: string, change: object): Promise<void> };
    };
    await contextMenus.update('search', { enabled: true });
    return true;
  }, null);
  expect(await changed).toBe(true);
});
