import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browsers/wait.ts';
import { browserName, Session } from './session.ts';

/** Runs in the page: the layout shifts that the user did not cause, as the browser counted them. */
function countShifts(): Promise<number[]> {
  return new Promise((resolve) => {
    const shifts: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as { value?: number }).value ?? 0);
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(shifts)));
  });
}

/** Only Chromium reports layout shifts. */
describe.runIf(browserName === 'chromium')('the layout of the page', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start({ prepare: (build) => build.slowBackground(1_500) });
  });
  afterAll(() => session?.close());

  it.each([1280, 768, 360])('does not move at %i px, however late the answer', async (width) => {
    const page = await session.browser.open('about:blank');
    await page.setViewport(width, 900);
    await session.browser.stopWorker();
    await page.goto(session.abs(session.outsider('next-scale image generation')));
    await page.see('.entries .title, .tab');
    expect(await page.evaluate(countShifts)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.close();
  });

  it('counts a shift where there is one', async () => {
    const page = await session.browser.open('https://arxiv.org/');
    // What was never painted does not shift.
    await until('the page to be painted', () =>
      page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length > 0),
    );
    await until('a shift', async () => {
      await page.evaluate(() => {
        const block = document.createElement('div');
        block.style.height = '200px';
        document.body.prepend(block);
      });
      return (await page.evaluate(countShifts)).length > 0;
    });
    await page.close();
  });
});
