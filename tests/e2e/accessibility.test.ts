/**
 * Every screen as each user may have it: light, dark, with forced colors, more contrast or no
 * motion, 320 px wide, with wide text spacing; and its tab order.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersTo } from '../browsers/answers.ts';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { controlPage } from '../browsers/build-copy.ts';
import { faultsOfWalk } from '../browsers/focus.ts';
import { complaints } from './axe.ts';
import { cutOff, motions, spaceText, untoldStates } from './screen-faults.ts';
import type { Session } from './session.ts';
import { acquireSharedSession, releaseSharedSession } from './shared-session.ts';
import { uiText } from './ui-text.ts';

let session: Session;
beforeAll(async () => {
  session = await acquireSharedSession();
  await session.ask('follow', { name: 'Caches', query: 'cache' });
  const [saved] = session.services.papers.filter(({ listedAt }) => listedAt);
  await session.ask('save', { ids: [`arxiv:${saved?.id}`], saved: true }).catch(() => undefined);
});
afterAll(() => releaseSharedSession(session));

interface Screen {
  /** The size it mostly has. */
  size: readonly [number, number];
  /** What of the page is Kindred's. */
  part?: string;
  /** Arrow keys go over a picture of it, whose one stop moves; reader.test.ts goes that way. */
  byArrows?: boolean;
  open: () => Promise<BrowserPage>;
}

const wide = [1280, 800] as const;
const small = [380, 600] as const;
const narrow = [320, 600] as const;
const contrast = ['color-contrast'];

const inTab = async (page: BrowserPage, tab: string, ready: string) => {
  await page.click({ css: '[role="tab"]', text: uiText(`tabs.${tab}`) });
  await page.see(ready);
  return page;
};
const own = async (path: string, ready: string) => {
  const page = await session.browser.openExtensionPage(path);
  await page.see(ready);
  return page;
};

const screens: Record<string, Screen> = {
  panel: {
    size: wide,
    part: 'kindred-panel',
    async open() {
      const page = await session.browser.open(session.abs(session.outsider('speech synthesis')));
      await page.click('.entries .disclose');
      await page.see('.details');
      return page;
    },
  },
  'popup, topics': {
    size: small,
    async open() {
      const popup = await inTab(await session.popup(), 'topics', '.topics');
      await popup.click({ css: 'button', text: uiText('topics.add') });
      await popup.fill('.form input[maxlength="500"]', 'cache');
      await popup.see(`.preview${answersTo('cache')}`);
      await popup.see('.weeks');
      return popup;
    },
  },
  'popup, saved': {
    size: small,
    open: async () => inTab(await session.popup(), 'saved', '.groups, .state'),
  },
  'popup, results': {
    size: small,
    async open() {
      const popup = await session.popup();
      const query = 'cache title:key-value';
      await popup.fill('input[type="search"]', query);
      await popup.see(answersTo(query, '.entries .title mark'));
      return popup;
    },
  },
  'side panel': {
    size: [360, 800],
    async open() {
      const page = await own('sidepanel.html', '.tabs');
      await page.click({ css: '[role="tab"]', text: uiText('tabs.page') });
      await page.see('.state');
      return page;
    },
  },
  options: { size: wide, open: () => own('options.html', '.sizes') },
  welcome: { size: wide, open: () => own('welcome.html', '.entries .title') },
  reader: {
    size: wide,
    async open() {
      const page = await own('reader.html#q=title:streaming', '.reader-paper h3');
      await page.click('.reader-paper .disclose');
      await page.see('.reader-details');
      return page;
    },
  },
  map: {
    size: wide,
    byArrows: true,
    async open() {
      const { papers } = await session.ask('latest', { limit: 1 });
      const of = encodeURIComponent(papers[0]?.paper.id ?? '');
      return own(`reader.html#page=map&of=${of}`, '.map-node');
    },
  },
  trends: { size: wide, open: () => own('reader.html#page=trends', 'figcaption') },
};

describe.each(Object.entries(screens))('%s', (name, { size, part = 'html', byArrows, open }) => {
  let page: BrowserPage;
  beforeAll(async () => {
    page = await open();
    await page.setViewport(...size);
  });
  afterAll(async () => {
    await page?.setSystem({});
    await page?.close();
  });
  const picture = async (look: string) => {
    const { KINDRED_PICTURES: folder } = process.env;
    if (folder) await page.screenshot(`${folder}/${session.browser.name}-${name}-${look}.png`);
  };

  it('passes axe, light and dark', async () => {
    await page.setSystem({ reducedMotion: true });
    if (part === 'html') await page.see('.kindred[data-theme="light"]');
    await picture('light');
    expect(await complaints(page, part)).toEqual([]);
    await page.setSystem({ dark: true, reducedMotion: true });
    // On other people's pages Kindred looks as the page does.
    if (part === 'html') await page.see('.kindred[data-theme="dark"]');
    await picture('dark');
    expect(await complaints(page, part, contrast), 'dark').toEqual([]);
  });

  if (!byArrows)
    it('is gone through by Tab once, in order, and back', async () => {
      expect(await faultsOfWalk(page, part)).toEqual([]);
    });

  it('moves nothing where the user wants no motion', async () => {
    await page.setSystem({ reducedMotion: true });
    expect(await page.evaluate(motions)).toEqual([]);
    await page.setSystem({});
  });

  it('shows its states with forced colors, and passes axe with more contrast', async () => {
    await page.setSystem({ forcedColors: true, reducedMotion: true });
    await picture('forced');
    expect(await page.evaluate(untoldStates)).toEqual([]);
    await page.setSystem({ moreContrast: true, reducedMotion: true });
    expect(await complaints(page, part, contrast)).toEqual([]);
    await page.setSystem({});
  });

  it('is whole at 320 px, and with its text set wide', async () => {
    const [width, height] = size === small ? small : narrow;
    await page.setViewport(width, height);
    await picture('narrow');
    // What is laid out by script follows the window when it has drawn.
    const isWhole = (message: string) =>
      expect.poll(() => page.evaluate(cutOff), { timeout: 5_000, message }).toEqual([]);
    await isWhole('narrow');
    await page.evaluate(spaceText);
    await picture('spaced');
    await isWhole('text set wide');
  });
});

describe('the checks themselves', () => {
  it('find a picture without uiText, a stop left out and a line cut off', async () => {
    const page = await session.browser.openExtensionPage(controlPage);
    await page.evaluate(() => {
      const view = document.createElement('div');
      view.className = 'kindred';
      const outside = document.createElement('p');
      outside.style.cssText = 'width: 3000px; transition: color 2s';
      const button = (words: string) => {
        const made = document.createElement('button');
        made.textContent = words;
        return made;
      };
      const [first, second, third] = [button('first'), button('second'), button('third')] as const;
      second.addEventListener('focus', () => third.focus());
      const chosen = [false, true].map((on) => {
        const tab = document.createElement('span');
        tab.setAttribute('aria-selected', String(on));
        return tab;
      });
      view.append(document.createElement('img'), outside, first, second, third, ...chosen);
      document.body.append(view);
    });
    expect((await complaints(page, 'html')).join()).toContain('image-alt');
    expect((await page.evaluate(cutOff)).join()).toContain('outside: p');
    expect((await page.evaluate(motions)).join()).toContain('transition: p');
    expect((await page.evaluate(untoldStates)).join()).toContain('aria-selected');
    const faults = (await faultsOfWalk(page, 'html')).join();
    expect(faults).toContain('Tab leaves out button. "second"');
    await page.close();
  });
});
