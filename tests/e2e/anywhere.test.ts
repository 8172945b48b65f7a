import { afterAll, beforeAll, expect, it } from 'vitest';
import { Session } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await Session.start();
  await session.loaded();
});
afterAll(() => session?.close());

it('answers a search that began on a page or in the address bar', async () => {
  const page = await session.browser.openExtensionPage('sidepanel.html?query=halluc');
  const first = await page.see('.entries .title mark');
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

it('keeps a paper that Daily Papers does not list', async () => {
  const paper = session.outsider('Gaussian splatting');
  const page = await session.browser.open(session.abs(paper));
  await page.click({ css: 'button', text: 'Save this paper' });
  await page.see({ css: 'button', text: 'Saved. Press' });
  const list = await session.ask('readingList', {});
  expect(list.map((one) => one.paper.arxivId)).toEqual([paper.id]);
  expect(list[0]?.paper.title).toBe(paper.title);
  await page.close();
});
