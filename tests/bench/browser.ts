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
import { recordOf, resolve } from '../../lib/digest/merge.ts';
import { MemoryStorage } from '../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../lib/index/related-index.ts';
import { parseArxivId } from '../../lib/paper/arxiv-id.ts';
import { keysOf } from '../../lib/paper/identity.ts';
import type { Claim, DigestRecord } from '../../lib/paper/paper.ts';
import { Search } from '../../lib/search/search.ts';
import { indexedPaperOf } from '../../lib/upkeep/index-changes.ts';
import { BuildCopy } from '../browsers/build-copy.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { type BrowserName, findBrowser } from '../browsers/find.ts';
import { openBrowser } from '../browsers/open.ts';
import { until } from '../browsers/wait.ts';
import { StandIn } from '../stand-in/stand-in.ts';
import { type BenchPaper, papersOf, sample } from './papers.ts';
import { machine, report, table, writeReport } from './report.ts';

const rounds = 15;
const name: BrowserName = process.env.KINDRED_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const seenAt = '2026-01-01T00:00:00.000Z';

/** So many papers are added at once, as a busy day would. */
const addedPapers = 100;

function recordFor({ id, title, abstract, keyTerms, published }: BenchPaper): DigestRecord | null {
  const arxivId = id.replace(/^arxiv:/, '');
  const claim: Claim = {
    source: 'daily-papers',
    seenAt,
    arxivId: parseArxivId(arxivId),
    doi: null,
    title,
    abstract,
    summary: null,
    keyTerms,
    authors: [],
    authorCount: null,
    published,
    listedAt: null,
    upvotes: null,
    comments: null,
    codeUrl: null,
    projectUrl: null,
    withdrawn: false,
  };
  return recordOf(claim);
}

const inText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Runs in a page of the extension: puts values into a store; `clear` empties it before. */
function write(
  _: unknown,
  { store, clear, entries }: { store: string; clear: boolean; entries: [string | null, unknown][] },
): Promise<void> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('kindred');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const change = database.transaction(store, 'readwrite');
      const records = change.objectStore(store);
      if (clear) records.clear();
      for (const [key, value] of entries) {
        if (key === null) records.put(value);
        else if (typeof value === 'string') {
          const bytes = Uint8Array.from(atob(value), (one) => one.charCodeAt(0));
          records.put(bytes, key);
        } else records.put(value, key);
      }
      change.oncomplete = () => {
        database.close();
        done();
      };
      change.onerror = () => failed(change.error);
    };
  });
}

/** Runs in a page of the extension: milliseconds from the message to the answer, and its text. */
async function askTimed(
  api: { runtime: { sendMessage(message: unknown): Promise<unknown> } },
  message: unknown,
): Promise<{ ms: number; reply: string }> {
  const start = performance.now();
  const reply = await api.runtime.sendMessage(message);
  return { ms: performance.now() - start, reply: JSON.stringify(reply ?? null) };
}

const rowFor = (record: DigestRecord) => ({
  id: record.id,
  listedAt: null,
  keys: [
    ...new Set([record.id, ...Object.values(record.claims).flatMap((claim) => keysOf(claim))]),
  ],
  record,
});

async function fill(browser: ExtensionBrowser, papers: BenchPaper[]): Promise<void> {
  const records = papers.flatMap((paper) => recordFor(paper) ?? []);
  const rows = records.map(rowFor);
  for (const store of ['toIndex', 'arrivals', 'aliases']) {
    await browser.inExtension(write, { store, clear: true, entries: [] });
  }
  for (let i = 0; i < rows.length; i += 1_000) {
    const entries = rows.slice(i, i + 1_000).map((row): [null, unknown] => [null, row]);
    await browser.inExtension(write, { store: 'papers', clear: i === 0, entries });
  }
  const storage = new MemoryStorage();
  const index = await openRelatedIndex(storage);
  const resolved = records.map(resolve);
  for (let i = 0; i < resolved.length; i += 4_096) {
    await index.update({ put: resolved.slice(i, i + 4_096).map(indexedPaperOf), remove: [] });
  }
  while (await index.mergeStep());
  const stored = [...storage.records].map(([key, bytes]): [string, string] => [key, inText(bytes)]);
  for (let i = 0; i < stored.length; i += 50) {
    const entries = stored.slice(i, i + 50);
    await browser.inExtension(write, { store: 'index', clear: i === 0, entries });
  }
  const search = new Search({ papers: { get: async () => [] }, words: index });
  search.load(null, resolved);
  const entries: [string, unknown][] = [
    ['search-snapshot', inText(search.snapshot())],
    ['search-tail', []],
    ['paper-counts', { papers: rows.length, listed: 0, newestListing: null }],
  ];
  await browser.inExtension(write, { store: 'meta', clear: false, entries });
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
  do memory = Math.max(memory, (await browser.workerMemory()) ?? 0);
  while (waiting);
  return { ...(await asked), memory: Math.max(memory, (await browser.workerMemory()) ?? 0) };
}

/** Papers that the digest holds and the index has not taken yet, as an update leaves them. */
async function leaveToIndex(browser: ExtensionBrowser, papers: BenchPaper[]): Promise<void> {
  const records = papers.flatMap((paper) => recordFor(paper) ?? []);
  const entries = records.map((record): [null, unknown] => [null, rowFor(record)]);
  await browser.inExtension(write, { store: 'papers', clear: false, entries });
  const queue = records.map(({ id }): [null, unknown] => [null, { id, change: 'put' }]);
  await browser.inExtension(write, { store: 'toIndex', clear: false, entries: queue });
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

async function measure(browser: ExtensionBrowser, papers: BenchPaper[]): Promise<void> {
  await fill(browser, papers);
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
  for (const query of queries) {
    adding.memory = Math.max(
      adding.memory,
      (await askMeasured(browser, searchFor(query.title))).memory,
    );
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
  report(
    `A related answer that first takes in ${addedPapers} new papers, background stopped before: ${adding.ms.toFixed(0)} ms.`,
  );
  if (answering > 0) {
    report(
      `Most heap and buffers of the background, read at every moment: ${megabytes(answering)} while answering all these questions without a stop, ${megabytes(adding.memory)} while taking in ${addedPapers} papers and after.`,
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
  const standIn = await StandIn.start(new Date().toISOString().slice(0, 10));
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
