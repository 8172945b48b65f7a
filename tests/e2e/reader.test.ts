import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersTo } from '../browsers/answers.ts';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { until } from '../browsers/wait.ts';
import type { SamplePaper } from '../fake-services/sample-papers.ts';
import { setTheme } from '../screens/compare.ts';
import { complaints } from './axe.ts';
import { Session } from './session.ts';
import { uiText } from './ui-text.ts';

const title = 'Sorting Papers in $O(n \\log n)$ Steps';

/** The row that has the focus, or what else has. */
const focused = (page: BrowserPage) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-index') ?? null);

describe('the reader page', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start({
      prepareServices(services) {
        const newest = services.papers.filter(({ listedAt }) => listedAt).sort(byListing)[0];
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
      await setTheme(page, dark);
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
    await page.click({ css: 'label', text: uiText('reader.by_month') });
    await until('months', async () => (await page.url()).includes('by=month'));
    await page.fill('input[type="search"]', 'sorting papers');
    await page.see(answersTo('sorting papers', '.reader-paper h3'));
    expect(await page.visible('.reader-paper h3')).toHaveLength(1);
    await page.back();
    await page.see(answersTo('', '.reader-paper h3'));
    expect(await page.url()).not.toContain('by=month');
    await page.close();
  });

  it('draws the map around a paper, is gone over by keys and comes back', async () => {
    const paper = session.services.papers.find(({ title: one, listedAt }) => {
      return listedAt && one !== title;
    }) as SamplePaper;
    const page = await session.browser.openExtensionPage('reader.html');
    await page.setViewport(1280, 900);
    await page.see('.reader-paper h3');
    await page.fill('input[type="search"]', paper.title);
    await page.click({ css: answersTo(paper.title, '.reader-paper .disclose'), text: paper.title });
    await page.click({ css: '.reader-details .link-button', text: uiText('map.around') });
    for (const dark of [false, true]) {
      await page.see('.map-node');
      await setTheme(page, dark);
      expect(await complaints(page, 'html')).toEqual([]);
    }
    for (const width of [1280, 768, 360]) {
      await page.setViewport(width, 900);
      await until('the picture laid out for its place', () => page.evaluate(fitsItsPlace));
      const drawn = (await page.see('.map-picture svg')).box.width;
      expect(Math.abs(drawn - width)).toBeLessThan(width > 1_000 ? 500 : 60);
      expect(await page.evaluate(misplaced), `${width} wide`).toEqual([]);
    }
    await page.setViewport(1280, 900);
    await until('the picture laid out for its place', () => page.evaluate(fitsItsPlace));

    await page.focus('[data-node="0"]');
    await page.press('ArrowRight');
    await expect.poll(() => page.evaluate(focusedNode)).not.toBe('0');
    const at = await page.evaluate(focusedNode);
    await page.press('Enter');
    await page.see('.map-details h3');
    expect(await complaints(page, 'html')).toEqual([]);
    await page.press('Escape');
    await page.gone('.map-details');
    await expect.poll(() => page.evaluate(focusedNode)).toBe(at);

    const first = await page.url();
    await page.press('m');
    await until('another map', async () => (await page.url()) !== first);
    await until('its middle to have the focus', async () => {
      return (await page.evaluate(focusedNode)) === '0';
    });
    await page.back();
    expect(await page.url()).toBe(first);
    await page.see({ css: '.map-title', text: paper.title });
    await page.close();
  });

  it('draws papers a week in uiText and pictures', async () => {
    await session.ask('follow', { name: 'Caches', query: 'cache' });
    const page = await session.browser.openExtensionPage('reader.html#page=trends');
    await page.see({ css: 'figcaption', text: 'Caches' });
    expect(await complaints(page, 'html')).toEqual([]);
    await page.close();
  });
});

const focusedNode = () => document.activeElement?.getAttribute('data-node') ?? null;
/** The labels' own size is that of what holds them. */
const fitsItsPlace = () => {
  const place = document.querySelector('.map-picture');
  return place !== null && place.clientWidth === place.querySelector('svg')?.clientWidth;
};

/** What of the map lies over another label, beyond the picture's edge, or is cut off. */
function misplaced(): string[] {
  const picture = document.querySelector('.map-picture')?.getBoundingClientRect();
  const nodes = [...document.querySelectorAll('.map-node')];
  const boxes = nodes.map((node) => node.getBoundingClientRect());
  if (!picture || nodes.length < 10) return [`${nodes.length} papers`];
  const wrong = nodes.flatMap((node, at) => {
    const a = boxes[at] as DOMRect;
    const over = boxes.slice(at + 1).some((b) => {
      return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    });
    const out =
      a.left < picture.left - 1 ||
      a.right > picture.right + 1 ||
      a.top < picture.top - 1 ||
      a.bottom > picture.bottom + 1;
    const label = node.querySelector('.map-label');
    const cut = label !== null && label.scrollWidth > label.clientWidth + 1;
    return over || out || cut ? [`${node.textContent} ${over} ${out} ${cut}`] : [];
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [...wrong, 'the page is too wide'] : wrong;
}

function byListing(a: { listedAt: string | null }, b: { listedAt: string | null }): number {
  return (a.listedAt ?? '') < (b.listedAt ?? '') ? 1 : -1;
}
