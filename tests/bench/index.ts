/**
 * Kindred's index beside other libraries, in one run on one machine: build time, stored bytes,
 * memory, load time, related papers for a whole abstract, search for three typed words (a typo in the
 * first, the last half typed), adding 100 papers. `--large` adds the collection of 122,250 papers
 * without the other libraries: MiniSearch with whole abstracts takes minutes and most of a gigabyte
 * there. `--write` puts the tables into docs/benchmarks.md.
 *
 * Build time is the median of three builds. Kindred's build, bytes, memory, load and adding are those
 * of its index of titles and abstracts; the search box's titles are built untimed before the first
 * search.
 */
import { Index as FlexSearchIndex } from 'flexsearch';
import MiniSearch from 'minisearch';
import { MemoryStorage } from '../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../lib/index/related-index.ts';
import type { Paper } from '../../lib/paper/paper.ts';
import { parseSearchQuery } from '../../lib/search/query/search-query.ts';
import { SearchEngine } from '../../lib/search/search-engine.ts';
import { buildRelatedIndex } from './build-related-index.ts';
import { type BenchPaper, hasShared, papersOf, sample } from './papers.ts';
import { median, p95 } from './percentile.ts';
import { machine, report, table, versionOf, writeReport } from './report.ts';
import { compareTitles, sharedAuthors } from './titles.ts';

interface Contender {
  name: string;
  build(papers: BenchPaper[]): Promise<void>;
  /** Returns the bytes it would store. */
  store(): Promise<number>;
  /** Loads what is stored, up to the first result. */
  load(query: BenchPaper): Promise<void>;
  related(query: BenchPaper): Promise<unknown>;
  typed(query: string): Promise<unknown>;
  add(papers: BenchPaper[]): Promise<void>;
}

const textOf = ({ title, abstract }: BenchPaper) => `${title} ${abstract}`;

/** A paper as the search box indexes it. */
const heldPaper = ({ id, title, abstract, keyTerms, published }: BenchPaper): Paper => ({
  id,
  arxivId: null,
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
  sources: ['file'],
});

function kindred(corpus: BenchPaper[]): Contender {
  const storage = new MemoryStorage();
  let index = openRelatedIndex(storage);
  const held = new Map<string, Paper>();
  const digest = { get: async (ids: readonly string[]) => ids.flatMap((id) => held.get(id) ?? []) };
  let search: SearchEngine | null = null;
  const related = async ({ id, title, abstract }: BenchPaper) =>
    (await index).related({
      title,
      abstract,
      exclude: [id],
      limit: 5,
      ignoredTerms: [],
      asShown: true,
    });
  return {
    name: 'Kindred',
    async build(all) {
      index = buildRelatedIndex(all, storage);
      await index;
    },
    store: async () => storage.size,
    async load(query) {
      index = openRelatedIndex(storage);
      await related(query);
    },
    related,
    async typed(query) {
      if (search === null) {
        search = new SearchEngine({ digest, words: await index });
        const all = corpus.map(heldPaper);
        for (const paper of all) held.set(paper.id, paper);
        search.load(null, all);
        search.load(search.snapshot(), []);
      }
      return search.search(parseSearchQuery(query), { offset: 0, limit: 20, sort: 'relevance' });
    },
    add: async (added) => (await index).update({ put: added, remove: [] }),
  };
}

function miniSearch(
  name: string,
  words: (query: BenchPaper, index: MiniSearch) => string,
): Contender {
  const options = { fields: ['title', 'abstract'] };
  let index = new MiniSearch(options);
  let stored = '';
  return {
    name,
    build: async (papers) => index.addAll(papers),
    async store() {
      stored = JSON.stringify(index);
      return Buffer.byteLength(stored);
    },
    async load(query) {
      index = MiniSearch.loadJSON(stored, options);
      index.search(words(query, index));
    },
    related: async (query) => index.search(words(query, index)).slice(0, 5),
    typed: async (query) => index.search(query, { prefix: true, fuzzy: 0.2 }).slice(0, 20),
    add: async (papers) => index.addAll(papers),
  };
}

/** The 25 words of a query that the fewest papers contain. */
function rarestWords(papers: BenchPaper[]) {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const paper of papers) {
    for (const word of new Set(wordsOf(textOf(paper))))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (query: BenchPaper) =>
    [...new Set(wordsOf(textOf(query)))]
      .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, 25)
      .join(' ');
}

function flexSearch(): Contender {
  let index = new FlexSearchIndex();
  const stored = new Map<string, string>();
  return {
    name: 'FlexSearch 0.8',
    async build(papers) {
      for (const paper of papers) index.add(paper.id, textOf(paper));
    },
    async store() {
      let bytes = 0;
      await index.export((key, data) => {
        stored.set(key, data);
        bytes += Buffer.byteLength(data);
      });
      return bytes;
    },
    async load(query) {
      index = new FlexSearchIndex();
      for (const [key, data] of stored) index.import(key, data);
      index.search(textOf(query), { limit: 5, suggest: true });
    },
    related: async (query) => index.search(textOf(query), { limit: 5, suggest: true }),
    typed: async (query) => index.search(query, { limit: 20, suggest: true }),
    async add(papers) {
      for (const paper of papers) index.add(paper.id, textOf(paper));
    },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Three words of each title, a letter of the first missing, the last half typed. */
function typedWords(papers: BenchPaper[]): string[] {
  return papers.flatMap(({ title }) => {
    const [one, two, three] = title.toLowerCase().match(/[a-z]{5,}/g) ?? [];
    if (!one || !two || !three) return [];
    return `${one.slice(0, 2)}${one.slice(3)} ${two} ${three.slice(0, 4)}`;
  });
}

/** Bytes in use after a garbage collection; 0 where Node runs without --expose-gc. */
async function memory(): Promise<number> {
  if (globalThis.gc === undefined) return 0;
  // What the contender before used becomes garbage only after its turn of the event loop.
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const ms = (time: number): string => time.toFixed(time < 10 ? 2 : 0);

async function timesOf<Q>(queries: Q[], ask: (query: Q) => Promise<unknown>): Promise<number[]> {
  // Slow contenders run fewer queries; all warm up before the measured runs.
  const warming = await timed(() => ask(queries[1] as Q));
  const asked = warming > 50 ? queries.slice(0, 40) : queries;
  for (const query of asked.slice(0, 20)) await ask(query);
  const times: number[] = [];
  for (const query of asked) times.push(await timed(() => ask(query)));
  return times;
}

async function compare(
  name: string,
  papers: BenchPaper[],
  contenders: (() => Contender)[],
): Promise<number> {
  const extra = sample(papers, 100).map((paper) => ({ ...paper, id: `${paper.id}-added` }));
  const queries = sample(papers, 200);
  const typed = typedWords(queries).slice(0, 100);
  const rows: string[][] = [
    [
      'ms, MB',
      'build',
      'stored',
      'memory',
      'load',
      'related, median',
      'p95',
      '× Kindred',
      'typed, median',
      'p95',
      'adding 100',
    ],
  ];
  let own = 0;
  let ownAdd = 0;
  for (const make of contenders) {
    const before = await memory();
    let contender = make();
    const builds = [await timed(() => contender.build(papers))];
    const used = ((await memory()) - before) / 1e6;
    // The first build warms up the JIT; large ones take too long to repeat.
    for (let round = 1; round < (papers.length < 20_000 ? 3 : 1); round++) {
      contender = make();
      builds.push(await timed(() => contender.build(papers)));
    }
    const build = median(builds);
    const bytes = await contender.store();
    const load = await timed(() => contender.load(queries[0] as BenchPaper));
    const related = await timesOf(queries, contender.related);
    const typing = await timesOf(typed, contender.typed);
    const add = await timed(() => contender.add(extra));
    const usual = median(related);
    own ||= usual;
    ownAdd ||= add;
    rows.push([
      contender.name,
      ms(build),
      (bytes / 1e6).toFixed(2),
      used > 0 ? used.toFixed(0) : '',
      ms(load),
      ms(usual),
      ms(p95(related)),
      (usual / own).toFixed(1),
      ms(median(typing)),
      ms(p95(typing)),
      ms(add),
    ]);
  }
  report(`${name}: ${papers.length} papers, titles and abstracts.`);
  report(table(rows));
  return ownAdd;
}

// Only titles and abstracts, as the other libraries get them.
const daily = (await papersOf('hf-daily.jsonl.gz', 12_131)).map((paper) => ({
  ...paper,
  keyTerms: [],
}));
const versions = ['minisearch', 'flexsearch'].map(versionOf);
report(machine(versions));
const json = Buffer.byteLength(
  JSON.stringify(daily.map(({ id, title, abstract }) => ({ id, title, abstract }))),
);
const kind = hasShared('hf-daily.jsonl.gz') ? 'Daily Papers' : 'Generated papers';
const few = await compare(kind, daily, [
  () => kindred(daily),
  flexSearch,
  () => miniSearch('MiniSearch, 25 rarest', rarestWords(daily)),
  () => miniSearch('MiniSearch, whole text', textOf),
]);
report(
  "Kindred's row is its index of titles and abstracts; the titles of the search box are not counted.",
);
report(`The papers as JSON (ids, titles, abstracts): ${(json / 1e6).toFixed(1)} MB.`);
if (process.argv.includes('--large')) {
  const arxiv = await papersOf('arxiv.jsonl.gz', 122_250);
  const many = await compare('arXiv', arxiv, [() => kindred(arxiv)]);
  report(
    `Adding 100 papers to ${arxiv.length} takes ${(many / few).toFixed(1)} times as long as to ${daily.length}.`,
  );
}
await compareTitles(await sharedAuthors(), memory);
writeReport('Comparison with other libraries, in Node');
