import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersTo } from '../browsers/answers.ts';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { Firefox } from '../browsers/firefox.ts';
import { until } from '../browsers/wait.ts';
import { forumOf, journalHost } from '../fake-services/other-sites.ts';
import { withSites } from './granted-sites.ts';
import { browserName, Session } from './session.ts';
import { uiText } from './ui-text.ts';

/** The paper that a view says the page is about, until it is that one. */
const shownTitle = (view: BrowserPage) =>
  expect.poll(async () => (await view.see('.page-title')).text);

interface Opened {
  title: string;
  url: string;
}

describe('sites beyond those of the install', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start();
    await session.quiet();
  });
  afterAll(() => session?.close());

  it('show nothing of Kindred until the user clicks it, and then what is related', async () => {
    const paper = session.outsider('robot manipulation');
    const url = `https://${journalHost}/articles/${paper.id}`;
    const page = await session.browser.open(url);
    const side = await session.besideFrontTab();
    await side.see({ css: 'h2', text: uiText('unseen.look') });
    expect(await page.all('kindred-panel')).toEqual([]);
    await page.toFront();
    await session.browser.clickIcon(url);
    const popup = await session.popup(url);
    // It shows the same paper without another click.
    await side.toFront();
    await shownTitle(side).toBe(paper.title);
    await side.close();
    await popup.toFront();
    await shownTitle(popup).toBe(paper.title);
    await popup.see('.entries .title');
    await popup.click({ css: 'button', text: uiText('panel.menu') });
    await popup.click({ css: '[role="menuitem"]', text: uiText('evidence.why') });
    await popup.see({ css: '.evidence', text: 'verdict: paper' });
    expect((await popup.see('.evidence')).text).not.toContain(journalHost);
    await popup.see({ css: '.site-offer button', text: journalHost });
    await page.toFront();
    await page.see('kindred-panel .tab, .tab');
    await page.close();
  });

  it('are read from the context menu of the page, and the side panel follows', async () => {
    const paper = session.outsider('speech synthesis');
    const url = `https://${journalHost}/articles/${paper.id}`;
    const page = await session.browser.open(url);
    const side = await session.besideFrontTab();
    await side.see({ css: 'h2', text: uiText('unseen.look') });
    await side.see({ css: 'kbd', text: 'Alt+Shift+K' });
    // What needs no page stays.
    await side.fill('input[type="search"]', 'cache');
    await side.see(answersTo('cache', '.entries .title mark'));
    await side.press('Escape');
    await side.see({ css: 'h2', text: uiText('unseen.look') });
    await page.toFront();
    await session.browser.chooseInMenu(url, 'look');
    await side.toFront();
    await shownTitle(side).toBe(paper.title);
    const { browser } = session;
    if (browser instanceof Firefox) {
      await until('the sidebar', () => browser.sidebarIsOpen());
    }
    await side.close();
    await page.toFront();
    await page.see('.tab');
    await page.close();
  });

  it.runIf(browserName === 'firefox')(
    'are looked at by the keys that open Kindred, and given for good in the menu of its icon',
    async () => {
      const browser = session.browser as Firefox;
      const [first, second] = ['state space models', 'object hallucination'].map((field) => {
        const paper = session.outsider(field);
        return { title: paper.title, url: `https://${journalHost}/articles/${paper.id}` };
      }) as [Opened, Opened];
      for (const [{ title, url }, letLook] of [
        [first, () => browser.pressShortcut()],
        [second, () => browser.allowAlways(second.url)],
      ] as const) {
        const page = await browser.open(url);
        const side = await session.besideFrontTab();
        await side.see({ css: 'p', text: 'Always Allow on' });
        await page.toFront();
        await letLook();
        await side.toFront();
        await shownTitle(side).toBe(title);
        await side.close();
        await page.close();
      }
      await browser.inExtension((api, host) => {
        const { permissions } = api as unknown as {
          permissions: { remove(what: object): Promise<boolean> };
        };
        return permissions.remove({ origins: [`*://${host}/*`] });
      }, journalHost);
    },
  );

  it('say on a click why there is no panel', async () => {
    const url = `https://${journalHost}/about`;
    await session.browser.open(url);
    await session.browser.clickIcon(url);
    const popup = await session.popup(url);
    await popup.click({ css: '[role="tab"]', text: uiText('tabs.page') });
    await popup.click({ css: 'button', text: uiText('evidence.whyNot') });
    await popup.see({ css: '.evidence', text: 'verdict: none' });
  });

  it.runIf(browserName === 'firefox')(
    'are given and taken back in the options, and open pages follow at once',
    async () => {
      const paper = session.outsider('protein design');
      const page = await session.browser.open(`https://openreview.net/forum?id=${forumOf(paper)}`);
      const options = await session.browser.openExtensionPage('options.html');
      await options.see('select');
      expect(await page.all('kindred-panel')).toEqual([]);
      await options.evaluate(() => {
        const select = [...document.querySelectorAll('select')].find((one) =>
          [...one.options].some(({ value }) => value === 'openreview'),
        );
        if (!select) throw new Error('No list of sites.');
        select.value = 'openreview';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await options.click({ css: 'button', text: uiText('site.allow') });
      await options.see({ css: 'li', text: 'openreview.net' });
      await page.toFront();
      await page.see('.tab');
      await page.reload();
      await page.see('.tab');
      await options.click({ css: 'li button', text: uiText('site.revoke', 'openreview.net') });
      await page.toFront();
      await page.gone('.tab');
      await page.reload();
      // Opened later, another page has its panel: this one would have it too.
      const other = await session.browser.open(session.abs(paper));
      await other.see('.entries .title');
      expect(await page.all('kindred-panel')).toEqual([]);
    },
  );

  it.runIf(browserName === 'firefox')(
    'taken away by the browser are asked for again, and the rest works on',
    async () => {
      await session.browser.inExtension((api) => {
        const { permissions } = api as unknown as {
          permissions: { remove(what: object): Promise<boolean> };
        };
        return permissions.remove({ origins: ['*://arxiv.org/*', '*://*.arxiv.org/*'] });
      }, null);
      const popup = await session.popup();
      await popup.see({ css: '.state', text: uiText('site.missing') });
      await popup.fill('input[type="search"], .search input', 'cache');
      await popup.see(answersTo('cache', '.title'));
      await popup.click({ css: 'button', text: uiText('site.giveBack') });
      await popup.gone({ css: '.state', text: uiText('site.missing') });
      const page = await session.browser.open(session.abs(session.outsider('protein design')));
      await page.see('.entries .title');
    },
  );
});

describe('permanently granted sites', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(withSites('openreview.net', journalHost));
    await session.quiet();
  });
  afterAll(() => session?.close());

  it('offer a PDF, and show what is related only when the user says so', async () => {
    const url = `https://${journalHost}/files/whatever.pdf`;
    const page = await session.browser.open(url);
    const popup = await session.popup(url);
    await popup.see({ css: '.state', text: uiText('page.offered') });
    expect(await page.all('kindred-panel').catch(() => [])).toEqual([]);
    expect(await popup.visible('.page-title')).toEqual([]);
    await popup.click('.state .button');
    await popup.see('.page-title');
  });

  it('have the panel, and a paper refused there is not shown again', async () => {
    const paper = session.outsider('protein design');
    const url = `https://openreview.net/forum?id=${forumOf(paper)}`;
    await session.ask('changeSettings', { panel: { 'openreview:abstract': 'open' } });
    const page = await session.browser.open(url);
    await page.see('.entries .title');
    await page.click({ css: 'button', text: uiText('panel.menu') });
    await page.click({ css: '[role="menuitem"]', text: uiText('refused.say') });
    await page.see({ css: '.state', text: uiText('refused.state') });
    const kept = () =>
      session.browser.inExtension((api) => api.storage.local.get('authored.refused'), null);
    const entry = await until('it to be kept', async () => {
      const stored = JSON.stringify(await kept());
      return stored.includes('openreview ') ? stored : null;
    });
    expect(entry).not.toContain(forumOf(paper));
    await page.reload();
    const popup = await session.popup(url);
    await popup.see({ css: '.state', text: uiText('refused.state') });
    expect(await page.visible('.entries .title')).toEqual([]);
    await popup.click({ css: 'button', text: uiText('refused.undo') });
    await popup.see('.entries .title');
  });
});
