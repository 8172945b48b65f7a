import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersTo } from '../browsers/answers.ts';
import { until } from '../browsers/wait.ts';
import type { Session } from './session.ts';
import { acquireSharedSession, releaseSharedSession } from './shared-session.ts';
import { uiText } from './ui-text.ts';

describe('the popup', () => {
  let session: Session;
  beforeAll(async () => {
    session = await acquireSharedSession();
  });
  afterAll(() => releaseSharedSession(session));

  it('finds papers by half a word as it is typed', async () => {
    const popup = await session.popup();
    await popup.see('input[type="search"]');
    await popup.type('halluc');
    const first = await popup.see(answersTo('halluc', '.entries .title mark'));
    expect(first.text.toLowerCase()).toContain('halluc');
    await popup.close();
  });

  it('finds papers in spite of a typo, and says that they are similar', async () => {
    const popup = await session.popup();
    await popup.fill('input[type="search"]', 'halucination');
    await popup.see({ css: answersTo('halucination', 'h2'), text: uiText('search.similar') });
    const titles = (await popup.visible('.entries .title')).map((seen) => seen.text);
    expect(titles.some((title) => /hallucination/i.test(title))).toBe(true);
    await popup.close();
  });

  it('is as it was left when it is opened again soon', async () => {
    const left = await session.popup();
    await left.fill('input[type="search"]', 'cyclone');
    await left.see({ css: answersTo('cyclone', '.entries .title'), text: 'Cyclone' });
    const remembered = () =>
      session.browser.inExtension((api) => api.storage.session.get(null), null);
    await expect.poll(async () => JSON.stringify(await remembered())).toContain('"cyclone"');
    await left.close();
    const popup = await session.popup();
    await popup.see({ css: '.entries .title', text: 'Cyclone' });
    expect((await popup.see('input[type="search"]')).value).toBe('cyclone');
    await popup.close();
  });

  it('opens the result that the arrow keys are on', async () => {
    const paper = session.services.papers.find((one) => one.listedAt);
    const popup = await session.popup();
    await popup.fill('input[type="search"]', `arxiv:${paper?.id}`);
    const result = answersTo(`arxiv:${paper?.id}`, '.entries .title');
    await popup.see({ css: result, text: paper?.title ?? '' });
    await popup.press('ArrowDown');
    // The popup closes itself, perhaps before the key is up again.
    await popup.press('Enter').catch(() => undefined);
    await until('the paper in a tab', async () => {
      const tabs = await session.browser.inExtension((api) => api.tabs.query({}), null);
      return tabs.some((tab) => tab.url === `https://arxiv.org/abs/${paper?.id}`);
    });
  });

  it('finds the paper of a pasted link', async () => {
    const paper = session.services.papers.find((one) => one.listedAt);
    const popup = await session.popup();
    const link = `https://arxiv.org/pdf/${paper?.id}v2`;
    await popup.fill('input[type="search"]', link);
    await popup.see({ css: answersTo(link, '.entries .title'), text: paper?.title ?? '' });
    await popup.close();
  });

  it('offers to search elsewhere, saying what then leaves, where nothing is found', async () => {
    const popup = await session.popup();
    await popup.fill('input[type="search"]', 'zymurgical quokka');
    const state = answersTo('zymurgical quokka', '.state');
    expect((await popup.see(state)).text).toContain(uiText('search.elsewhere'));
    await popup.see({ css: 'a', text: uiText('search.atArxiv') });
    await popup.close();
  });

  it('shows what is related to the paper of its tab', async () => {
    const paper = session.outsider('Gaussian splatting');
    const page = await session.browser.open(session.abs(paper));
    const popup = await session.popup(session.abs(paper));
    await popup.fill('input[type="search"]', '');
    await popup.click({ css: '[role="tab"]', text: uiText('tabs.page') });
    await popup.see('.page-title');
    const first = await popup.see('.entries .title');
    expect(first.text).toMatch(/splat|gaussian/i);
    await popup.close();
    await page.close();
  });
});
