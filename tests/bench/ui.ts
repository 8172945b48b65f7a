/**
 * What a user waits for, in the build for tests and a real browser, the background running: a panel
 * from its answer to the paint, the longest task on a paper's page, and the popup there from its
 * opening to its search box and its list, beside a page of one word; then the reader page with a year of papers, and
 * listings full of marks. KINDRED_BROWSER names the browser; `--write` puts the tables into docs/benchmarks.md.
 */
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { BuildCopy, controlPage } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { tabIdOf } from '../browsers/extension-calls.ts';
import { type BrowserName, findBrowser } from '../browsers/find.ts';
import { openBrowser } from '../browsers/open.ts';
import { until } from '../browsers/wait.ts';
import { FakeServices } from '../fake-services/fake-services.ts';
import { measureListings } from './listing.ts';
import { papersOf } from './papers.ts';
import { measureReader } from './reader.ts';
import { machine, report, table, writeReport } from './report.ts';

const rounds = 15;
const loadBefore = (loadavg()[0] ?? 0).toFixed(1);
const name: BrowserName = process.env.KINDRED_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** Runs in a page: milliseconds from its beginning to its largest text on the screen; 0 while there is none. */
async function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      resolve(Math.max(...list.getEntries().map(({ startTime }) => startTime)));
    });
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(resolve, 1_000, 0);
  });
}

/** Runs in a page: milliseconds from its beginning to the first of it on the screen. */
function firstPaint(): number {
  return performance.getEntriesByName('first-contentful-paint').at(0)?.startTime ?? 0;
}

/** Runs in a page: its longest task so far; tasks under 50 ms are not told and count as 0. */
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

const at = (times: number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

const row = (what: string, times: number[], target = '', peer: number[] = []): string[] => [
  what,
  at(times, 0.5).toFixed(0),
  at(times, 0.95).toFixed(0),
  target,
  peer.length > 0 ? (at(times, 0.5) / at(peer, 0.5)).toFixed(2) : '',
];

async function measure(browser: ExtensionBrowser, standIn: FakeServices): Promise<void> {
  const papers = standIn.papers.filter((paper) => paper.listedAt === null);
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
      ['', 'median ms', 'p95 ms', 'target ms', 'times that page'],
      row('a page of one word (the peer)', bares),
      row('popup, from opening to its search box', boxes, '100', bares),
      row('popup, from opening to its list', lists, '100', bares),
      row('panel, from the answer to the paint', paints, '50'),
      ...(tasks.length > 0
        ? [row("longest task on a paper's page (0: none of 50 ms)", tasks, '50')]
        : []),
    ]),
  );
  report(
    `${rounds} rounds, each in tabs of its own, with the stand-in's papers. Load of the machine before: ${loadBefore} on ${cpus().length} processors.`,
  );
}

const folder = fileURLToPath(
  new URL(`../../.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`, import.meta.url),
);
const found = findBrowser(name);
if (!existsSync(folder) || found.path === null) {
  const why =
    found.path === null ? found.reason : 'The build for tests is missing: npm test makes it.';
  process.stdout.write(`Skipped. ${why}\n`);
} else {
  report(machine([found.version]));
  const standIn = await FakeServices.start(new Date().toISOString().slice(0, 10));
  const build = new BuildCopy(folder);
  const browser = await openBrowser(name, { build, standIn });
  try {
    const ask = (kindred: string, request: object) =>
      browser.inExtension((api, message) => api.runtime.sendMessage(message), { kindred, request });
    await until('the first check', async () =>
      /"lastCheck":"/.test(JSON.stringify(await ask('status', {}))),
    );
    await ask('pauseLoading', { paused: true });
    await measure(browser, standIn);
    const papers = await papersOf('hf-daily.jsonl.gz', 10_100);
    await measureReader(browser, papers);
    await measureListings(browser, standIn, papers);
  } finally {
    await browser.close();
    await standIn.close();
    build.remove();
  }
  writeReport(`What a reader waits for, in ${name === 'firefox' ? 'Firefox' : 'Chromium'}`);
}
