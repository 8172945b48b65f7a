import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints } from './axe.ts';
import { Session } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await Session.start();
  await session.loaded();
});
afterAll(() => session?.close());

describe.each(['light', 'dark'])('axe, in a %s system', (scheme) => {
  it('finds nothing in the panel, at rest and opened', async () => {
    const page = await session.browser.open(session.abs(session.outsider('speech synthesis')));
    await page.setDark(scheme === 'dark');
    await page.see('.entries .title');
    expect(await complaints(page, 'kindred-panel')).toEqual([]);
    await page.click('.entries .disclose');
    await page.see('.details');
    expect(await complaints(page, 'kindred-panel')).toEqual([]);
    await page.close();
  });

  it('finds nothing in the popup, at first and with results', async () => {
    const popup = await session.popup();
    await popup.setDark(scheme === 'dark');
    await popup.fill('input[type="search"]', '');
    await popup.see('.tabs');
    expect(await complaints(popup, 'html')).toEqual([]);
    await popup.fill('input[type="search"]', 'cache');
    await popup.see('.entries[aria-busy="false"] .title');
    expect(await complaints(popup, 'html')).toEqual([]);
    await popup.close();
  });

  it('finds nothing on the options page', async () => {
    const options = await session.browser.openExtensionPage('options.html');
    await options.setDark(scheme === 'dark');
    await options.see('h1');
    expect(await complaints(options, 'html')).toEqual([]);
    await options.close();
  });
});

describe('axe itself', () => {
  it('finds a picture without words', async () => {
    const page = await session.browser.open('https://arxiv.org/');
    await page.evaluate(() => document.body.append(document.createElement('img')));
    expect((await complaints(page, 'html')).join()).toContain('image-alt');
    await page.close();
  });
});
