import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browsers/wait.ts';
import { browserName, type Session, today } from './session.ts';
import { acquireSharedSession, releaseSharedSession } from './shared-session.ts';
import { uiText } from './ui-text.ts';

const longList = 'https://arxiv.org/list/cs.LG/recent?skip=0&show=2000';

describe('listings', () => {
  let session: Session;
  beforeAll(async () => {
    session = await acquireSharedSession();
  });
  afterAll(() => releaseSharedSession(session));

  const lineOf = (button: { attributes: Record<string, string> } | undefined) =>
    button?.attributes['aria-label'] ?? '';

  it('of arXiv mark the lines whose paper is in Daily Papers, and no other', async () => {
    const page = await session.browser.open('https://arxiv.org/list/cs.LG/new');
    await page.see('button[data-shape]');
    const lines = session.services.papers.slice(0, 40);
    const listed = lines.filter(({ listedAt }) => listedAt !== null);
    const marked = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('dt')]
          .filter((dt) => dt.nextElementSibling?.querySelector('kindred-mark'))
          .map((dt) => dt.querySelector('a[title="Abstract"]')?.id),
      );
    await until('all to be marked', async () => (await marked()).length >= listed.length);
    expect(await marked()).toEqual(listed.map(({ id }) => id));
    await page.close();
  });

  it('explain a label on focus, and mark the paper read', async () => {
    const page = await session.browser.open('https://arxiv.org/list/cs.LG/new');
    await page.focus('button[data-shape]');
    const [before] = await page.visible('button[data-shape]');
    expect(lineOf(before)).toContain(uiText('listed.plain'));
    expect(lineOf(before)).toContain(uiText('paper.markRead'));
    const tips = async () => (await page.visible('.tip span')).map(({ text }) => text);
    await expect.poll(tips).toEqual([lineOf(before)]);
    await page.press('Tab');
    await page.press('Enter');
    const own = 'sidepanel.html?query=arxiv%3A';
    await until('the paper in a page of Kindred', async () => {
      const tabs = await session.browser.inExtension((api) => api.tabs.query({}), null);
      return tabs.some(({ url }) => url?.includes(own));
    });
    await page.click('button[data-shape]');
    await page.see('button[data-shape][data-read="true"]');
    await page.reload();
    const [after] = await until('the mark to be read', async () => {
      const seen = await page.visible('button[data-shape]');
      return seen[0]?.attributes['data-read'] === 'true' ? seen : null;
    });
    expect(lineOf(after)).toContain(uiText('paper.markUnread'));

    // A double click is one: what is shown is what is stored.
    const first = async () => lineOf((await page.visible('button[data-shape]'))[0]);
    await page.doubleClick('button[data-shape]');
    await until('the mark to be unread', async () => (await first()) === lineOf(before));
    await session.ask('status', {});
    expect(await first()).toBe(lineOf(before));
    await page.reload();
    await page.see('button[data-shape]');
    expect(await first()).toBe(lineOf(before));
    await page.close();
  });

  it('show another shape where a topic has the paper, with its name', async () => {
    const listed = session.services.papers.slice(0, 40).filter(({ listedAt }) => listedAt !== null);
    const field = listed[0]?.field ?? '';
    const query = `"${listed[0]?.title.split(' ').slice(0, 2).join(' ')}"`;
    const topic = await session.ask('follow', { name: `All of ${field}`, query });
    const page = await session.browser.open('https://arxiv.org/list/cs.LG/new');
    const mark = await page.see('button[data-shape][data-shape="topic"]');
    expect(lineOf(mark)).toContain(`All of ${field}`);
    await page.close();

    const huggingFace = `https://huggingface.co/papers/date/${today()}`;
    const shapes = async () => {
      const there = await session.browser.open(huggingFace);
      await there.see('article');
      await until('the listing to be asked about', async () =>
        there.evaluate(() => document.querySelector('kindred-mark') !== null),
      );
      const seen = await there.all('button[data-shape][data-shape="topic"]');
      await there.close();
      return seen.length;
    };
    await session.ask('markRead', { ids: [`arxiv:${listed[1]?.id}`], read: true });
    expect(await shapes()).toBe(0);
    await session.ask('changeSettings', { topicsOnHuggingFace: true });
    expect(await shapes()).toBeGreaterThan(0);
    await session.ask('unfollow', { id: topic.id });
  });

  it('of Hugging Face mark the papers that were read, and no other', async () => {
    const read = session.services.papers.find(({ listedAt }) => listedAt !== null);
    await session.ask('markRead', { ids: [`arxiv:${read?.id}`], read: true });
    const page = await session.browser.open('https://huggingface.co/papers');
    await page.see('button[data-shape]');
    const all = await page.all('button[data-shape]');
    expect(all.map(({ attributes }) => attributes['data-read'])).not.toContain('false');
    await page.close();
  });

  it('that the page writes again are marked again, once each', async () => {
    const page = await session.browser.open('https://arxiv.org/list/cs.LG/new');
    await page.see('button[data-shape]');
    const marks = async () => (await page.all('kindred-mark')).length;
    const listed = session.services.papers.slice(0, 40).filter(({ listedAt }) => listedAt !== null);
    await until('all to be marked', async () => (await marks()) === listed.length);
    const left = await page.evaluate(() => {
      const list = document.querySelector('dl#articles');
      if (!list) throw new Error('No list.');
      for (const mark of list.querySelectorAll('kindred-mark')) mark.remove();
      list.replaceChildren(...[...list.childNodes].map((node) => node.cloneNode(true)));
      return document.querySelectorAll('kindred-mark').length;
    });
    expect(left).toBe(0);
    await until('all to be marked again', async () => (await marks()) === listed.length);
    await page.close();
  });

  it('stay unchanged where the user hides the labels', async () => {
    await session.ask('changeSettings', { panel: { 'arxiv:listing': 'hidden' } });
    const hidden = await session.browser.open('https://arxiv.org/list/cs.LG/new');
    const other = await session.browser.open('https://huggingface.co/papers');
    // These labels were requested later and are there: the hidden ones would be too.
    await other.see('button[data-shape]');
    expect(await hidden.all('kindred-mark')).toEqual([]);
    await hidden.close();
    await other.close();
    await session.ask('changeSettings', { panel: { 'arxiv:listing': null } });
  });

  it.runIf(browserName === 'chromium')(
    'of two thousand lines do not move and do not stutter',
    async () => {
      const page = await session.browser.open('about:blank');
      await page.goto(longList);
      await page.see('button[data-shape]');
      const listed = session.services.papers.filter(({ listedAt }) => listedAt !== null).length;
      const wanted = Math.min(listed, 1_000);
      await until('the marks', async () => (await page.all('kindred-mark')).length >= wanted / 2);
      const seen = await page.evaluate(
        () =>
          new Promise<{ lines: number; shifts: number[]; long: number[] }>((resolve) => {
            const shifts: number[] = [];
            const long: number[] = [];
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                if (entry.entryType === 'layout-shift')
                  shifts.push((entry as { value?: number }).value ?? 0);
              }
            }).observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver((list) => {
              for (const { duration } of list.getEntries()) long.push(Math.round(duration));
            }).observe({ type: 'longtask', buffered: true });
            requestAnimationFrame(() =>
              requestAnimationFrame(() =>
                resolve({ lines: document.querySelectorAll('dt').length, shifts, long }),
              ),
            );
          }),
      );
      console.log(`2,000 lines: long tasks ${JSON.stringify(seen.long)} ms`);
      expect(seen.lines).toBe(2_000);
      expect(seen.shifts).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      await page.close();
    },
  );
});
