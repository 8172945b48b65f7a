/**
 * The built extension in a real browser, its background stopped before every question: time from a
 * page's message to the answer, beside a bare wake-and-echo of the same build from the same page (a
 * question that is refused before anything is read). KINDRED_BROWSER names the browser; `--large`
 * adds 122,250 papers; `--write` puts the tables into docs/benchmarks.md.
 *
 * The digest is written into the browser's database as Kindred itself would have it.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MemoryStorage } from '../../lib/index/memory-storage.ts';
import { BuildCopy } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { type BrowserName, findBrowser } from '../browsers/find.ts';
import { openBrowser } from '../browsers/open.ts';
import { until } from '../browsers/wait.ts';
import { FakeServices } from '../fake-services/fake-services.ts';
import { fill, keysFor, leaveToIndex, readTimed } from './browser-digest.ts';
import { type BenchPaper, papersOf, sample } from './papers.ts';
import { machine, report, table, writeReport } from './report.ts';

const rounds = 15;
const name: BrowserName = process.env.KINDRED_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** So many papers are added at once, as a busy day would. */
const addedPapers = 100;

/** Runs in a page of the extension: milliseconds from the message to the answer, and its text. */
async function askTimed(
  api: { runtime: { sendMessage(message: unknown): Promise<unknown> } },
  message: unknown,
): Promise<{ ms: number; reply: string }> {
  const start = performance.now();
  const reply = await api.runtime.sendMessage(message);
  return { ms: performance.now() - start, reply: JSON.stringify(reply ?? null) };
}

/** What a cold answer reads, block by block, beside the whole index. */
async function compareReading(
  browser: ExtensionBrowser,
  storage: MemoryStorage,
  queries: BenchPaper[],
): Promise<void> {
  const needed: number[] = [];
  const whole: number[] = [];
  let bytes = 0;
  let allBytes = 0;
  for (const query of queries) {
    const blocks = await browser.inExtension(readTimed, await keysFor(storage, query));
    const all = await browser.inExtension(readTimed, null);
    needed.push(blocks.ms);
    whole.push(all.ms);
    bytes += blocks.bytes / queries.length;
    allBytes = all.bytes;
  }
  report(
    `Reading for a first related answer, from a page: the blocks it needs ${at(needed, 0.5).toFixed(1)} ms (${(bytes / 1e6).toFixed(1)} MB), the whole index ${at(whole, 0.5).toFixed(1)} ms (${(allBytes / 1e6).toFixed(1)} MB).`,
  );
}

const relatedTo = ({ title, abstract, published }: BenchPaper) => ({
  kindred: 'related',
  request: {
    paper: {
      arxivId: null,
      doi: null,
      title,
      abstract,
      authors: [],
      published,
      site: 'arxiv',
      view: 'abstract',
    },
    sort: 'similarity',
    onlyNewer: false,
    ignoredTerms: [],
  },
});

const searchFor = (query: string) => ({
  kindred: 'search',
  request: { query, offset: 0, limit: 20, sort: 'relevance' },
});

const at = (times: number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

/** An answer, its time, and the most memory the background held meanwhile and after. */
async function askMeasured(browser: ExtensionBrowser, message: unknown) {
  let memory = 0;
  let waiting = true;
  const asked = browser.inExtension(askTimed, message).finally(() => {
    waiting = false;
  });
  while (waiting) {
    const read = await browser.workerMemory();
    if (read === null) break;
    memory = Math.max(memory, read);
  }
  const answer = await asked;
  return { ...answer, memory: Math.max(memory, (await browser.workerMemory()) ?? 0) };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

async function measure(browser: ExtensionBrowser, papers: BenchPaper[]): Promise<void> {
  const storage = await fill(browser, papers);
  const queries = sample(papers, rounds);
  const questions: Record<string, (round: number) => unknown> = {
    'wake and echo': () => ({ kindred: 'related', request: {} }),
    'related, whole abstract': (round) => relatedTo(queries[round] as BenchPaper),
    'search, a word begun': (round) =>
      searchFor(queries[round]?.title.match(/[A-Za-z]{6,}/)?.[0].slice(0, 5) ?? 'diffu'),
  };
  const times = new Map<string, number[]>();
  let answered = 0;
  // The first round warms the browser's own caches and is not counted.
  for (let round = -1; round < rounds; round++) {
    for (const [question, message] of Object.entries(questions)) {
      await browser.stopWorker();
      const { ms, reply } = await browser.inExtension(askTimed, message(Math.max(0, round)));
      if (/"(?:entries|results)":\[\{/.test(reply)) answered++;
      if (round >= 0) times.set(question, [...(times.get(question) ?? []), ms]);
    }
  }
  const warm: number[] = [];
  for (const query of queries) {
    warm.push((await browser.inExtension(askTimed, relatedTo(query))).ms);
  }
  times.set('related, background running', warm);
  // One background that is not stopped, asked everything: what is read is kept.
  let answering = 0;
  for (let round = 0; round < rounds; round++) {
    for (const message of Object.values(questions)) {
      answering = Math.max(answering, (await askMeasured(browser, message(round))).memory);
    }
  }
  const step = Math.floor(papers.length / addedPapers);
  const more = sample(papers, addedPapers).map((paper, i) => ({
    ...paper,
    id: `arxiv:9901.${String(10_000 + i)}`,
    title: `${paper.title} ${papers[(i + 1) * step]?.title ?? ''}`,
  }));
  await leaveToIndex(browser, more);
  await browser.stopWorker();
  const adding = await askMeasured(browser, relatedTo(queries[0] as BenchPaper));
  let searching = 0;
  for (const query of queries) {
    searching = Math.max(searching, (await askMeasured(browser, searchFor(query.title))).memory);
  }
  const echo = at(times.get('wake and echo') ?? [], 0.5);
  report(`${papers.length} papers, ${rounds} rounds; ${answered} answers had papers in them.`);
  report(
    table([
      ['', 'median ms', 'p95 ms', '× wake and echo'],
      ...[...times].map(([question, all]) => [
        question,
        at(all, 0.5).toFixed(1),
        at(all, 0.95).toFixed(1),
        (at(all, 0.5) / echo).toFixed(2),
      ]),
    ]),
  );
  await compareReading(browser, storage, queries);
  report(
    `A related answer that first takes in ${addedPapers} new papers, background stopped before: ${adding.ms.toFixed(0)} ms.`,
  );
  if (answering > 0) {
    report(
      `Most heap and buffers of the background, read at every moment: ${megabytes(answering)} while answering all these questions without a stop, ${megabytes(adding.memory)} while taking in ${addedPapers} papers, ${megabytes(searching)} while searching for ${rounds} whole titles after that.`,
    );
  }
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
    const status = { kindred: 'status', request: {} };
    await until('the first check', async () =>
      /"lastCheck":"/.test((await browser.inExtension(askTimed, status)).reply),
    );
    await browser.inExtension(askTimed, { kindred: 'pauseLoading', request: { paused: true } });
    await measure(browser, await papersOf('hf-daily.jsonl.gz', 12_131));
    if (process.argv.includes('--large')) {
      await measure(browser, await papersOf('arxiv.jsonl.gz', 122_250));
    }
  } finally {
    await browser.close();
    await standIn.close();
    build.remove();
  }
  writeReport(`In ${name === 'firefox' ? 'Firefox' : 'Chromium'}, stopped before each question`);
}
