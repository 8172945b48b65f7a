/**
 * Cold start in a real browser: the background is stopped before every query, and the time from a
 * page's message to the reply is compared with waking the background for a message that it rejects
 * before it reads anything. KINDRED_BROWSER names the browser; `--large` adds 122,250 papers;
 * `--write` puts the tables into docs/benchmarks.md.
 *
 * The digest is written into the browser's database as Kindred itself would store it.
 */
import type { MemoryStorage } from '../../lib/index/memory-storage.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { fill, keysFor, leaveToIndex, readTimed } from './browser-digest.ts';
import { benchInBrowser } from './in-browser.ts';
import { type BenchPaper, papersOf, sample } from './papers.ts';
import { median, p95 } from './percentile.ts';
import { report, table } from './report.ts';

const rounds = 15;

/** Papers added at once, as on a busy day. */
const addedPapers = 100;

const baseline = 'wake-up only';

/** Runs in a page of the extension: milliseconds from the message to the answer, and its text. */
async function askTimed(
  api: { runtime: { sendMessage(message: unknown): Promise<unknown> } },
  message: unknown,
): Promise<{ ms: number; reply: string }> {
  const start = performance.now();
  const reply = await api.runtime.sendMessage(message);
  return { ms: performance.now() - start, reply: JSON.stringify(reply ?? null) };
}

/** Compares reading the records that a cold query needs with reading the whole index. */
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
    `Reading for a first related query, from a page: the needed records ${median(needed).toFixed(1)} ms (${(bytes / 1e6).toFixed(1)} MB), the whole index ${median(whole).toFixed(1)} ms (${(allBytes / 1e6).toFixed(1)} MB).`,
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

/** A reply, its time, and the peak memory of the background during and after it. */
async function askMeasured(browser: ExtensionBrowser, message: unknown) {
  let memory = 0;
  let isWaiting = true;
  const asked = browser.inExtension(askTimed, message).finally(() => {
    isWaiting = false;
  });
  while (isWaiting) {
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
    [baseline]: () => ({ kindred: 'related', request: {} }),
    'related, whole abstract': (round) => relatedTo(queries[round] as BenchPaper),
    'search, half-typed word': (round) =>
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
  times.set('related, background running already', warm);
  // One background that is not stopped answers everything and caches what it reads.
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
  const wakeUp = median(times.get(baseline) ?? []);
  report(`${papers.length} papers, ${rounds} rounds; ${answered} replies contained papers.`);
  report(
    table([
      ['', 'median ms', 'p95 ms', `× ${baseline}`],
      ...[...times].map(([question, all]) => [
        question,
        median(all).toFixed(1),
        p95(all).toFixed(1),
        (median(all) / wakeUp).toFixed(2),
      ]),
    ]),
  );
  await compareReading(browser, storage, queries);
  report(
    `A related query that first indexes ${addedPapers} new papers, background stopped before: ${adding.ms.toFixed(0)} ms.`,
  );
  if (answering > 0) {
    report(
      `Peak heap and buffers of the background, sampled continuously: ${megabytes(answering)} while answering all these queries without a stop, ${megabytes(adding.memory)} while indexing ${addedPapers} papers, ${megabytes(searching)} while then searching for ${rounds} whole titles.`,
    );
  }
}

await benchInBrowser('Cold start', async (browser) => {
  await measure(browser, await papersOf('hf-daily.jsonl.gz', 12_131));
  if (process.argv.includes('--large')) {
    await measure(browser, await papersOf('arxiv.jsonl.gz', 122_250));
  }
});
