/**
 * User-visible latency in the end-to-end build and a real browser, with the background running: the
 * panel from its reply to the paint, the longest task on a paper's page, and the popup there from its
 * opening to its search box and to its list, beside a page with one word; then the reader page with a
 * year of papers, and listings full of labels. KINDRED_BROWSER names the browser; `--write` puts the
 * tables into docs/benchmarks.md.
 */
import { cpus, loadavg } from 'node:os';
import { controlPage } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { tabIdOf } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import type { FakeServices } from '../fake-services/fake-services.ts';
import { benchInBrowser } from './in-browser.ts';
import { measureListings } from './listing.ts';
import { papersOf } from './papers.ts';
import { median, p95 } from './percentile.ts';
import { measureReader } from './reader.ts';
import { report, table } from './report.ts';

const rounds = 15;
const loadBefore = (loadavg()[0] ?? 0).toFixed(1);

/** Runs in a page: its largest contentful paint in milliseconds; 0 while there is none. */
async function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      resolve(Math.max(...list.getEntries().map(({ startTime }) => startTime)));
    });
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(resolve, 1_000, 0);
  });
}

/** Runs in a page: its first contentful paint in milliseconds. */
function firstPaint(): number {
  return performance.getEntriesByName('first-contentful-paint').at(0)?.startTime ?? 0;
}

/** Runs in a page: its longest task so far in milliseconds; browsers report none under 50 ms: 0. */
async function longestTask(): Promise<number | null> {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return null;
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      resolve(Math.max(...list.getEntries().map(({ duration }) => duration)));
    });
    observer.observe({ type: 'longtask', buffered: true });
    setTimeout(resolve, 300, 0);
  });
}

async function popupTimes(browser: ExtensionBrowser, url: string) {
  const tabId = await tabIdOf(browser, url);
  const popup = await browser.openExtensionPage(`popup.html?tabId=${tabId}`);
  await popup.setViewport(380, 600);
  await popup.see('.entries .title, .state');
  const box = await popup.evaluate(firstPaint);
  const list = await popup.evaluate(largestPaint);
  await popup.close();
  const plain = await browser.openExtensionPage(controlPage);
  await plain.setViewport(380, 600);
  const bare = await until('the word', async () => (await plain.evaluate(firstPaint)) || undefined);
  await plain.close();
  return { box, list, bare };
}

/** One visit of a paper's page, and the popup opened on it. */
async function visit(browser: ExtensionBrowser, url: string) {
  const page = await browser.open(url);
  await page.see('.entries .title, .state');
  const painted = () =>
    page.evaluate(() => performance.getEntriesByName('kindred-painted').at(0)?.duration ?? null);
  const paint = await until('the panel to be measured', async () => (await painted()) ?? undefined);
  const task = await page.evaluate(longestTask);
  const popup = await popupTimes(browser, url);
  await page.close();
  return { paint, task, ...popup };
}

const row = (what: string, times: number[], target = '', baseline: number[] = []): string[] => [
  what,
  median(times).toFixed(0),
  p95(times).toFixed(0),
  target,
  baseline.length > 0 ? (median(times) / median(baseline)).toFixed(2) : '',
];

async function measure(browser: ExtensionBrowser, services: FakeServices): Promise<void> {
  const papers = services.papers.filter((paper) => paper.listedAt === null);
  const boxes: number[] = [];
  const lists: number[] = [];
  const bares: number[] = [];
  const paints: number[] = [];
  const tasks: number[] = [];
  // The first round warms the browser's own caches and is not counted.
  for (let round = -1; round < rounds; round++) {
    const paper = papers[(round + papers.length) % papers.length];
    const times = await visit(browser, `https://arxiv.org/abs/${paper?.id}`);
    if (round < 0) continue;
    boxes.push(times.box);
    lists.push(times.list);
    bares.push(times.bare);
    paints.push(times.paint);
    if (times.task !== null) tasks.push(times.task);
  }
  report(
    table([
      ['', 'median ms', 'p95 ms', 'target ms', '× baseline'],
      row('a page with one word (baseline)', bares),
      row('popup, from opening to its search box', boxes, '100', bares),
      row('popup, from opening to its list', lists, '100', bares),
      row('panel, from the reply to the paint', paints, '50'),
      ...(tasks.length > 0
        ? [row("longest task on a paper's page (0: none of 50 ms or more)", tasks, '50')]
        : []),
    ]),
  );
  report(
    `${rounds} rounds, each in new tabs, with the papers of the fake services. System load before: ${loadBefore} on ${cpus().length} processors.`,
  );
}

await benchInBrowser('User-visible latency', async (browser, services) => {
  await measure(browser, services);
  const papers = await papersOf('hf-daily.jsonl.gz', 10_100);
  await measureReader(browser, papers);
  await measureListings(browser, services, papers);
});
