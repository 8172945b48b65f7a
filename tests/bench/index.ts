/**
 * Kindred's index beside others, in one run on one machine: build, stored bytes, load, related
 * papers by a whole abstract, adding 100 papers. `--large` adds the collection of 122,250 papers,
 * where the others are left out: naive MiniSearch takes minutes and most of a gigabyte there.
 */
import { Index as FlexSearchIndex } from 'flexsearch';
import MiniSearch from 'minisearch';
import { MemoryStorage } from '../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../lib/index/related-index.ts';
import { type BenchPaper, papersOf, sample } from './papers.ts';

interface Contender {
  name: string;
  build(papers: BenchPaper[]): Promise<void>;
  /** Bytes it would store. */
  store(): Promise<number>;
  /** From what is stored to the first answer. */
  load(query: BenchPaper): Promise<void>;
  related(query: BenchPaper): Promise<unknown>;
  add(papers: BenchPaper[]): Promise<void>;
}

const textOf = ({ title, abstract }: BenchPaper) => `${title} ${abstract}`;

function kindred(): Contender {
  const storage = new MemoryStorage();
  let index = openRelatedIndex(storage);
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
    async build(papers) {
      for (let i = 0; i < papers.length; i += 4_096) {
        await (await index).update({ put: papers.slice(i, i + 4_096), remove: [] });
      }
      while (await (await index).mergeStep());
    },
    store: async () => storage.size,
    async load(query) {
      index = openRelatedIndex(storage);
      await related(query);
    },
    related,
    add: async (papers) => (await index).update({ put: papers, remove: [] }),
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
    add: async (papers) => index.addAll(papers),
  };
}

/** The 25 words of a query that the fewest papers hold. */
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

const at = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ??
  0;

async function compare(papers: BenchPaper[], contenders: Contender[]): Promise<void> {
  const extra = sample(papers, 100).map((paper) => ({ ...paper, id: `${paper.id}-added` }));
  const queries = sample(papers, 200);
  const rows: string[][] = [
    ['', 'build ms', 'stored MB', 'load ms', 'related ms', 'p95 ms', '× Kindred', 'add 100 ms'],
  ];
  let own = 0;
  for (const contender of contenders) {
    const build = await timed(() => contender.build(papers));
    const bytes = await contender.store();
    const load = await timed(() => contender.load(queries[0] as BenchPaper));
    // Slow ones are asked less often; every one is asked a few times before it counts.
    const warming = await timed(() => contender.related(queries[1] as BenchPaper));
    const asked = warming > 50 ? queries.slice(0, 40) : queries;
    for (const query of asked.slice(0, 20)) await contender.related(query);
    const times: number[] = [];
    for (const query of asked) times.push(await timed(() => contender.related(query)));
    const add = await timed(() => contender.add(extra));
    const median = at(times, 0.5);
    own ||= median;
    rows.push([
      contender.name,
      build.toFixed(0),
      (bytes / 1e6).toFixed(2),
      load.toFixed(1),
      median.toFixed(2),
      at(times, 0.95).toFixed(2),
      (median / own).toFixed(1),
      add.toFixed(1),
    ]);
  }
  process.stdout.write(`\n${papers.length} papers\n`);
  for (const [name = '', ...cells] of rows) {
    process.stdout.write(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(12)).join('')}\n`);
  }
}

// Titles and abstracts alone, as the others have them.
const daily = (await papersOf('hf-daily.jsonl.gz', 12_131)).map((paper) => ({
  ...paper,
  keyTerms: [],
}));
await compare(daily, [
  kindred(),
  flexSearch(),
  miniSearch('MiniSearch, 25 rarest', rarestWords(daily)),
  miniSearch('MiniSearch, whole text', textOf),
]);
if (process.argv.includes('--large')) {
  await compare(await papersOf('arxiv.jsonl.gz', 122_250), [kindred()]);
}
