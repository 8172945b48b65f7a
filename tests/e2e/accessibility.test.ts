import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browsers/wait.ts';
import { complaints } from './axe.ts';
import { Session } from './session.ts';
import { words } from './words.ts';

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

  it.each([
    ['options', '.sizes'],
    ['welcome', '.entries .title'],
    ['sidepanel', '.entries .title'],
    ['reader', 'h1'],
  ])('finds nothing on the page "%s"', async (name, ready) => {
    const page = await session.browser.openExtensionPage(`${name}.html`);
    await page.setDark(scheme === 'dark');
    await page.see(ready);
    expect(await complaints(page, 'html')).toEqual([]);
    await page.close();
  });
});

/** Runs in the page: what has the focus, inside open shadow roots too. */
function focused(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
}

describe('the keyboard alone', () => {
  it('opens the panel and closes it, and the focus goes along', async () => {
    const paper = session.outsider('weather forecasting');
    const page = await session.browser.open(`https://arxiv.org/html/${paper.id}v1`);
    await page.focus('.tab');
    await page.press('Enter');
    await page.see('.card .entries .title');
    expect(await page.evaluate(focused)).toBe(words('panel.collapse'));
    await page.press('Tab');
    await page.press('Escape');
    await page.gone('.card');
    expect(await page.evaluate(focused)).toContain(words('panel.tab'));
    await page.close();
  });

  it('goes to a part of the options and sets what stands there', async () => {
    const options = await session.browser.openExtensionPage('options.html#appearance');
    await options.see({ css: 'label', text: words('appearance.dark') });
    const atHeading = async () => (await options.evaluate(focused)) === words('groups.appearance');
    await until('the heading to have the focus', atHeading);
    await options.press('Tab');
    await options.press('ArrowDown');
    await options.press('ArrowDown');
    await options.see('.kindred[data-theme="dark"]');
    await options.press('ArrowUp');
    await options.see('.kindred[data-theme="light"]');
    await options.press('ArrowUp');
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
