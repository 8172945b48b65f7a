import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../browsers/browser-page.ts';
import { until } from '../browsers/wait.ts';
import {
  forumOf,
  journalHost,
  lateTagsExpression,
  turnExpression,
} from '../fake-services/other-sites.ts';
import type { SamplePaper } from '../fake-services/sample-papers.ts';
import { withSites } from './granted-sites.ts';
import { Session } from './session.ts';
import { verdictOn } from './verdicts.ts';

const forum = (paper: SamplePaper) => `https://openreview.net/forum?id=${forumOf(paper)}`;
const article = (paper: SamplePaper) => `https://${journalHost}/articles/${paper.id}`;

describe('pages that change under Kindred', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(withSites('openreview.net', journalHost));
    await session.quiet();
    const panel = { 'openreview:abstract': 'open', [`${journalHost}:other`]: 'open' } as const;
    await session.ask('changeSettings', { panel });
  });
  afterAll(() => session?.close());

  const fieldsShown = async (page: BrowserPage) => {
    const titles = (await page.visible('.entries .title')).map(({ text }) => text);
    return new Set(
      titles.map((title) => session.services.papers.find((one) => one.title === title)?.field),
    );
  };
  const shows = (page: BrowserPage, field: string) =>
    until(`papers about ${field}`, async () => {
      const fields = await fieldsShown(page);
      return fields.size > 0 && [...fields].every((one) => one === field);
    });

  it.each([
    ['OpenReview', forum],
    ['a journal of no table', article],
  ])('of %s: the panel follows, and never shows the paper before', async (_, addressOf) => {
    const here = session.outsider('robot manipulation');
    const there = session.outsider('protein design');
    const page = await session.browser.open(addressOf(here));
    await shows(page, here.field);

    await page.runScript(turnExpression(addressOf(there), there, 700));
    const seen: string[] = [];
    await until('the next paper', async () => {
      const fields = [...(await fieldsShown(page))];
      seen.push(...fields.map(String));
      return fields.length > 0 && !fields.includes(here.field);
    });
    expect(seen.filter((field) => field === here.field)).toEqual([]);
    await shows(page, there.field);
    expect((await page.all('kindred-panel')).length).toBe(1);

    await page.runScript(turnExpression(addressOf(here), here, 0));
    await shows(page, here.field);
    expect((await page.all('kindred-panel')).length).toBe(1);
    await page.close();
  });

  it('with late tags are read when the tags are there', async () => {
    const paper = session.outsider('weather forecasting');
    const url = `https://${journalHost}/late/${paper.id}`;
    const page = await session.browser.open(url);
    expect(await verdictOn(session, url)).toBe('none');
    expect(await page.all('kindred-panel')).toEqual([]);
    await page.runScript(lateTagsExpression(paper));
    await shows(page, paper.field);
    expect((await page.all('kindred-panel')).length).toBe(1);
    await page.close();
  });

  it('whose titles are rewritten keep their panel as it is', async () => {
    const paper = session.outsider('robot manipulation');
    const page = await session.browser.open(article(paper));
    await shows(page, paper.field);
    await page.click('.entries .disclose');
    await page.see('.details');
    const verdicts = () =>
      page.evaluate(() => performance.getEntriesByName('kindred-document').length);
    const before = await verdicts();
    // Only the last of the changes makes the detector read the page again.
    await page.runScript(`document.querySelector('h1').innerHTML = '<math><mi>x</mi></math>';
      document.head.append(document.createElement('style'), document.createElement('meta'));`);
    await until('the page to be read again', async () => (await verdicts()) > before);
    expect((await page.visible('.details')).length).toBe(1);
    await page.close();
  });

  it('lose the panel when they turn to something that is no paper', async () => {
    const paper = session.outsider('protein design');
    const page = await session.browser.open(article(paper));
    await shows(page, paper.field);
    await page.runScript(`history.pushState({}, '', '/about');
      document.querySelectorAll('meta[name^=citation_]').forEach((tag) => tag.remove());
      document.title = 'About'; document.querySelector('main').innerHTML = '<h1>About</h1>';`);
    await page.gone('.card, .tab');
    await page.close();
  });
});
