import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { until } from '../browsers/wait.ts';
import { complaints } from './axe.ts';
import { Session } from './session.ts';
import { words } from './words.ts';

const title = 'Sorting Papers in $O(n \\log n)$ Steps';

/** The row that has the focus, or what else has. */
const focused = (page: BrowserPage) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-index') ?? null);

describe('the reader page', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start({
      prepareStandIn(standIn) {
        const newest = standIn.papers.filter(({ listedAt }) => listedAt).sort(byListing)[0];
        if (newest) Object.assign(newest, { title, upvotes: 9_000, abstract: 'We sort $x^2$.' });
      },
    });
    await session.loaded();
  });
  afterAll(() => session?.close());

  it('draws formulas, is gone through by keys and keeps its place in the address', async () => {
    const page = await session.browser.openExtensionPage('reader.html');
    await page.see('h3 math');
    await page.press('j');
    await until('the first row to have the focus', async () => (await focused(page)) === '0');
    await page.press('e');
    await page.see('.abstract math');
    for (const dark of [false, true]) {
      await page.setDark(dark);
      expect(await complaints(page, 'html')).toEqual([]);
    }

    // The row with the focus stays, wherever the window goes.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await until('the place in the address', async () => (await page.url()).includes('at='));
    expect(await focused(page)).toBe('0');
    const { hash } = new URL(await page.url());
    const again = await session.browser.openExtensionPage(`reader.html${hash}`);
    await again.see('.reader-paper h3');
    await until('the window where it was', () => again.evaluate(() => scrollY > 500));
    await again.close();

    await page.evaluate(() => scrollTo(0, 0));
    await page.click({ css: 'label', text: words('reader.by_month') });
    await until('months', async () => (await page.url()).includes('by=month'));
    await page.fill('input[type="search"]', 'sorting papers');
    const rows = async () => (await page.visible('.reader-paper h3')).length;
    await until('one paper alone', async () => (await rows()) === 1);
    await page.back();
    await page.see('.reader-paper h3');
    expect(await page.url()).not.toContain('by=month');
    await page.close();
  });

  it('draws papers a week in words and pictures', async () => {
    await session.ask('follow', { name: 'Caches', query: 'cache' });
    const page = await session.browser.openExtensionPage('reader.html#page=trends');
    await page.see({ css: 'figcaption', text: 'Caches' });
    expect(await complaints(page, 'html')).toEqual([]);
    await page.close();
  });
});

function byListing(a: { listedAt: string | null }, b: { listedAt: string | null }): number {
  return (a.listedAt ?? '') < (b.listedAt ?? '') ? 1 : -1;
}
