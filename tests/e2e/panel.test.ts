import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tabIdOf } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import { setTheme } from '../screens/compare.ts';
import type { Session } from './session.ts';
import { acquireSharedSession, releaseSharedSession } from './shared-session.ts';
import { uiText } from './ui-text.ts';
import { verdictOn } from './verdicts.ts';

describe('the panel', () => {
  let session: Session;
  beforeAll(async () => {
    session = await acquireSharedSession();
  });
  afterAll(() => releaseSharedSession(session));

  it('shows papers of the same field beside an arXiv abstract', async () => {
    const paper = session.outsider('key-value cache compression');
    const page = await session.browser.open(session.abs(paper));
    await page.see('.entries .title');
    const titles = (await page.visible('.entries .title')).map((seen) => seen.text);
    const field = session.services.papers.filter((one) => one.field === paper.field);
    expect(titles.length).toBe(5);
    expect(titles.filter((title) => !field.some((one) => one.title === title))).toEqual([]);
    await page.close();
  });

  it('has the icon say what it found, until the tab turns to something else', async () => {
    const url = session.abs(session.outsider('key-value cache compression'));
    const page = await session.browser.open(url);
    const id = await tabIdOf(session.browser, url);
    const title = () =>
      session.browser.inExtension((api, tabId) => api.action.getTitle({ tabId }), id);
    const found = uiText('toolbar.related', '5').split(' | ').at(-1) as string;
    await until('the icon to say so', async () => (await title()).startsWith(found));
    await page.goto('https://arxiv.org/');
    await until('the icon to be quiet', async () => !(await title()).includes(found));
    await page.close();
  });

  it('opens an entry with why it is there and where it can be read', async () => {
    const page = await session.browser.open(session.abs(session.outsider('speech synthesis')));
    await page.click('.entries .disclose');
    const details = (await page.see('.details')).text;
    expect(details).toContain(uiText('paper.shares', '').trim());
    expect(details).toContain(uiText('paper.pdf'));
    await page.close();
  });

  it('ignores a paper in all panels, here and beside the next paper, until that is undone', async () => {
    const field = 'speech synthesis';
    const page = await session.browser.open(session.abs(session.outsider(field)));
    const first = await page.see('.entries .title');
    const title = { css: '.entries .title', text: first.text };
    await page.click('.entries .disclose');
    await page.click({ css: 'button', text: uiText('ignore.open') });
    await page.click({ css: 'button', text: uiText('ignore.thisPaper') });
    await page.see({ css: '.undo', text: first.text });
    await page.gone(title);
    await page.reload();
    await page.see('.entries .title');
    expect(await page.visible(title)).toEqual([]);
    const [entry] = await session.ask('mutes', {});
    expect(entry).toMatchObject({ scope: { in: 'panels' }, thing: { title: first.text } });
    if (entry) await session.ask('ignore', { thing: entry.thing, ignored: false, keep: true });
    await page.reload();
    await page.see(title);
    await page.close();
  });

  it('hidden on pages like this, leaves an undo button in a place of the same height', async () => {
    const page = await session.browser.open(session.abs(session.outsider('protein design')));
    await page.see('.entries .title');
    const height = () =>
      page.evaluate(() => document.querySelector('kindred-panel')?.getBoundingClientRect().height);
    // The panel keeps this height, whatever it loads, until the first click.
    const before = await height();
    await page.click('button[aria-haspopup="menu"]');
    await page.click({ css: '[role="menuitem"]', text: uiText('menu.hide') });
    await page.see({ css: '.undo', text: uiText('panel.hidden') });
    expect(await height()).toBe(before);
    // What draws the panel again leaves the line.
    await setTheme(page, true);
    await setTheme(page, false);
    await page.click({ css: '.undo button', text: uiText('topic.undo') });
    await page.see('.entries .title');
    const kept = async () => (await session.ask('settings', {})).panel;
    await expect.poll(kept).toEqual({ 'arxiv:abstract': 'open' });
    await page.close();
  });

  it('keeps no place in a page on which it is switched off', async () => {
    const paper = session.outsider('protein design');
    const url = session.abs(paper);
    await session.ask('changeSettings', { panel: { 'arxiv:abstract': 'hidden' } });
    const page = await session.browser.open(url);
    expect(await verdictOn(session, url)).toBe('paper');
    // This panel was requested later and is there: the other one would be too.
    const other = await session.browser.open(`https://arxiv.org/html/${paper.id}v1`);
    await other.see('.tab');
    await expect.poll(() => page.all('kindred-panel')).toEqual([]);
    await other.close();
    await page.close();
    await session.ask('changeSettings', { panel: { 'arxiv:abstract': null } });
  });

  it('says that nothing is close where nothing is', async () => {
    const page = await session.browser.open(
      session.abs(session.outsider('algebraic number fields')),
    );
    await page.see({ css: '.state', text: 'Nothing close' });
    expect(await page.visible('.entries .title')).toEqual([]);
    await page.close();
  });

  it('is a closed tab at the edge of an HTML paper, and opens on a click', async () => {
    const paper = session.outsider('weather forecasting');
    const page = await session.browser.open(`https://arxiv.org/html/${paper.id}v1`);
    await page.see('.tab[data-placement="edge"]');
    expect(await page.visible('.card')).toEqual([]);
    await page.click('.tab');
    await page.see('.card .entries .title');
    await page.press('Escape');
    await page.gone('.card');
    await page.close();
  });

  it('stays away from pages that are about no paper', async () => {
    for (const path of ['', 'list/cs/new', 'search', 'abs/2601.99999']) {
      const url = `https://arxiv.org/${path}`;
      const page = await session.browser.open(url);
      expect(['none', 'listing']).toContain(await verdictOn(session, url));
      expect(await page.all('kindred-panel')).toEqual([]);
      await page.close();
    }
  });

  it('follows the user back and forward', async () => {
    const here = session.outsider('robot manipulation');
    const there = session.outsider('protein design');
    const fieldOf = (title: string) =>
      session.services.papers.find((one) => one.title === title)?.field;
    const page = await session.browser.open(session.abs(here));
    const shows = async (field: string) => {
      const first = await page.see('.entries .title');
      expect(fieldOf(first.text)).toBe(field);
      expect((await page.all('kindred-panel')).length).toBe(1);
    };
    await shows(here.field);
    await page.goto(session.abs(there));
    await shows(there.field);
    await page.back();
    await shows(here.field);
    await page.forward();
    await shows(there.field);
    await page.close();
  });
});
