/**
 * The reader page with a year of papers and a day of them: how soon it shows its first rows, and how
 * even its frames are while scrolling, jumping and moving by keyboard.
 */

import { dayMs } from '../../lib/time/days.ts';
import type { BrowserPage } from '../browsers/browser-page.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { until } from '../browsers/wait.ts';
import { fill } from './browser-digest.ts';
import type { BenchPaper } from './papers.ts';
import { median, p95 } from './percentile.ts';
import { report, table } from './report.ts';

const papersInYear = 10_000;
const papersInDay = 100;

/** One day with 100 papers, and before it a year with 10,000, forty per day. */
function dated(papers: readonly BenchPaper[]): BenchPaper[] {
  const first = Date.parse('2025-01-01');
  return papers.slice(0, papersInYear + papersInDay).map((paper, i) => {
    const day = i < papersInDay ? 370 : Math.floor(((i - papersInDay) * 250) / papersInYear);
    return { ...paper, published: new Date(first + day * dayMs).toISOString().slice(0, 10) };
  });
}

interface Frames {
  /** Durations in milliseconds. */
  frames: number[];
  /** Frames in which a row in the window was still loading its paper. */
  loading: number;
  /** Milliseconds; null where the browser does not report long tasks. */
  longestTask: number | null;
}

/** Runs in the page: one step per frame, and how long the frames took. */
async function move({ how, steps }: { how: 'scroll' | 'jump' | 'key'; steps: number }) {
  let longestTask = 0;
  const isReported = PerformanceObserver.supportedEntryTypes.includes('longtask');
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  if (isReported) observer.observe({ type: 'longtask' });
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const isLoading = () =>
    [...document.querySelectorAll('.ghost')].some((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  const frames: number[] = [];
  let loading = 0;
  let last = await frame();
  const count = async () => {
    const now = await frame();
    frames.push(now - last);
    last = now;
    const isRowLoading = isLoading();
    if (isRowLoading) loading++;
    return isRowLoading;
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
  // Long tasks are reported after they end.
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return { frames, loading, longestTask: isReported ? longestTask : null };
}

/** Runs in the page: milliseconds from navigation until a paper is drawn. */
async function firstRows(): Promise<number> {
  while (document.querySelector('.reader-paper') === null) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now();
}

function row(what: string, { frames, loading, longestTask }: Frames): string[] {
  const long = frames.filter((ms) => ms > 50).length;
  return [
    what,
    String(frames.length),
    `${((100 * long) / frames.length).toFixed(1)} %`,
    median(frames).toFixed(0),
    Math.max(...frames).toFixed(0),
    longestTask === null ? '' : longestTask.toFixed(0),
    String(loading),
  ];
}

/** Fills the digest with these papers, measures the reader page and reports it. */
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
  await measure(day, `a day of ${papersInDay}, 400 px per frame`, { how: 'scroll', steps: 16 });
  await day.close();
  const year = await open(2025);
  await until('the whole year', () =>
    year.evaluate(() => document.documentElement.scrollHeight > 400_000),
  );
  await measure(year, 'a year, 400 px per frame', { how: 'scroll', steps: 200 });
  await measure(year, 'a year, jumps', { how: 'jump', steps: 20 });
  await measure(year, 'a year, one row per frame by keyboard', { how: 'key', steps: 150 });
  await year.close();
  report(
    `The reader page, ${papersInYear.toLocaleString('en')} papers of one year: ${median(firsts).toFixed(0)} ms from opening to its first rows (p95 ${p95(firsts).toFixed(0)}).`,
  );
  report(
    table([
      [
        '',
        'frames',
        'over 50 ms',
        'median ms',
        'longest ms',
        'longest task ms',
        'frames with a loading row',
      ],
      ...rows,
    ]),
  );
}
