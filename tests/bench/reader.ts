/**
 * The reader page with a year of papers and a day of them: how soon its first rows stand, and how
 * even its frames are while it is scrolled, jumped about in and gone through by keys.
 */

import { dayMs } from '../../lib/time/days.ts';
import type { BrowserPage } from '../browsers/browser-page.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { until } from '../browsers/wait.ts';
import { fill } from './browser-digest.ts';
import type { BenchPaper } from './papers.ts';
import { report, table } from './report.ts';

const yearOf = 10_000;
const dayOf = 100;

/** A day of 100 papers, and before it a year of 10,000, forty a day. */
function dated(papers: readonly BenchPaper[]): BenchPaper[] {
  const first = Date.parse('2025-01-01');
  return papers.slice(0, yearOf + dayOf).map((paper, i) => {
    const day = i < dayOf ? 370 : Math.floor(((i - dayOf) * 250) / yearOf);
    return { ...paper, published: new Date(first + day * dayMs).toISOString().slice(0, 10) };
  });
}

interface Frames {
  /** Milliseconds of each. */
  frames: number[];
  /** Frames in which a row in the window was still waiting for its paper. */
  waiting: number;
  /** Null where the browser tells of none. */
  longestTask: number | null;
}

/** Runs in the page: a step at each frame, and what the frames took. */
async function move({ how, steps }: { how: 'scroll' | 'jump' | 'key'; steps: number }) {
  let longestTask = 0;
  const tells = PerformanceObserver.supportedEntryTypes.includes('longtask');
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  if (tells) observer.observe({ type: 'longtask' });
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const isWaiting = () =>
    [...document.querySelectorAll('.ghost')].some((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  const frames: number[] = [];
  let waiting = 0;
  let last = await frame();
  const count = async () => {
    const now = await frame();
    frames.push(now - last);
    last = now;
    const waits = isWaiting();
    if (waits) waiting++;
    return waits;
  };
  scrollTo(0, 0);
  for (let step = 0; step < steps; step++) {
    if (how === 'scroll') scrollBy(0, 400);
    if (how === 'key') {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    }
    if (how === 'jump') {
      const whole = document.documentElement.scrollHeight;
      scrollTo(0, (whole * ((step * 7) % steps)) / steps);
      while (await count());
    }
    await count();
  }
  // Long tasks are told of after their end.
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return { frames, waiting, longestTask: tells ? longestTask : null };
}

/** Runs in the page: milliseconds from its beginning until a paper is drawn. */
async function firstRows(): Promise<number> {
  while (document.querySelector('.reader-paper') === null) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now();
}

const at = (times: number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

function row(what: string, { frames, waiting, longestTask }: Frames): string[] {
  const long = frames.filter((ms) => ms > 50).length;
  return [
    what,
    String(frames.length),
    `${((100 * long) / frames.length).toFixed(1)} %`,
    at(frames, 0.5).toFixed(0),
    Math.max(...frames).toFixed(0),
    longestTask === null ? '' : longestTask.toFixed(0),
    String(waiting),
  ];
}

/** Fills the digest with these papers, and says how the reader page does. */
export async function measureReader(
  browser: ExtensionBrowser,
  papers: readonly BenchPaper[],
): Promise<void> {
  await fill(browser, dated(papers));
  await browser.stopWorker();
  const open = async (year: number): Promise<BrowserPage> => {
    const page = await browser.openExtensionPage(`reader.html#year=${year}`);
    await page.setViewport(1280, 800);
    await page.see('.reader-paper h3');
    return page;
  };
  const firsts: number[] = [];
  for (let round = -1; round < 7; round++) {
    const page = await browser.openExtensionPage('reader.html#year=2025');
    const ms = await page.evaluate(firstRows);
    if (round >= 0) firsts.push(ms);
    await page.close();
  }
  const rows: string[][] = [];
  const measure = async (page: BrowserPage, what: string, how: Parameters<typeof move>[0]) => {
    rows.push(row(what, await page.evaluate(move, how)));
  };
  const day = await open(2026);
  await measure(day, `a day of ${dayOf}, 400 px a frame`, { how: 'scroll', steps: 16 });
  await day.close();
  const year = await open(2025);
  await until('the whole year', () =>
    year.evaluate(() => document.documentElement.scrollHeight > 400_000),
  );
  await measure(year, 'a year, 400 px a frame', { how: 'scroll', steps: 200 });
  await measure(year, 'a year, jumps', { how: 'jump', steps: 20 });
  await measure(year, 'a year, a row a frame by key', { how: 'key', steps: 150 });
  await year.close();
  report(
    `The reader page, ${yearOf.toLocaleString('en')} papers of one year: ${at(firsts, 0.5).toFixed(0)} ms from opening to its first rows (p95 ${at(firsts, 0.95).toFixed(0)}).`,
  );
  report(
    table([
      ['', 'frames', 'over 50 ms', 'median ms', 'longest ms', 'longest task', 'rows waiting'],
      ...rows,
    ]),
  );
}
