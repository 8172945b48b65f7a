/**
 * The search box's index of titles, authors and key terms: MiniSearch's own index beside Kindred's,
 * with the lookups of every keystroke of a query.
 */
import MiniSearch from 'minisearch';
import { readPapers } from '../../lib/cli/read-papers.ts';
import type { Paper } from '../../lib/paper/paper.ts';
import { editsFor } from '../../lib/search/matching/word-index.ts';
import { TitleIndex } from '../../lib/search/titles/title-index.ts';
import { hasShared, sample, sharedFile } from './papers.ts';
import { median, p95 } from './percentile.ts';
import { report, table } from './report.ts';

type Lines = Pick<Paper, 'id' | 'title' | 'authors' | 'keyTerms'>;

/** Daily Papers with their authors; none where the data are not beside the project. */
export async function sharedAuthors(): Promise<Lines[]> {
  const lines: Lines[] = [];
  if (!hasShared('hf-daily.jsonl.gz')) return lines;
  for await (const { id, title, fields } of readPapers(sharedFile('hf-daily.jsonl.gz'))) {
    const authors = Array.isArray(fields.authors) ? fields.authors.map(String) : [];
    lines.push({ id, title, authors, keyTerms: [] });
  }
  return lines;
}

/** Every prefix of three words as they are typed, the first with a letter missing. */
function keystrokes(papers: Lines[]): string[] {
  return sample(papers, 60).flatMap(({ title }) => {
    const [one, two, three] = title.toLowerCase().match(/[a-z]{5,}/g) ?? [];
    if (!one || !two || !three) return [];
    const query = `${one.slice(0, 2)}${one.slice(3)} ${two} ${three}`;
    return Array.from(query, (_, i) => query.slice(0, i + 1));
  });
}

const paperOf = (lines: Lines): Paper => ({
  ...lines,
  arxivId: null,
  doi: null,
  abstract: '',
  summary: null,
  authorCount: null,
  published: null,
  listedAt: null,
  upvotes: null,
  comments: null,
  codeUrl: null,
  projectUrl: null,
  withdrawn: false,
  sources: [],
});

const fields = ['title', 'authors', 'keyTerms'];

function miniSearch() {
  const options = {
    fields,
    extractField: (paper: Lines, field: string) => String(paper[field as keyof Lines]),
  };
  let index = new MiniSearch<Lines>(options);
  return {
    name: "MiniSearch's own index",
    build: (papers: Lines[]) => index.addAll(papers),
    store: () => JSON.stringify(index),
    load(stored: string | Uint8Array) {
      index = MiniSearch.loadJSON(String(stored), options);
    },
    ask(query: string) {
      const last = query.split(' ').length - 1;
      index.search(query, {
        prefix: (_, i) => i === last,
        fuzzy: (term) => editsFor(term),
        combineWith: 'AND',
      });
    },
  };
}

function titleIndex() {
  const index = new TitleIndex();
  return {
    name: "Kindred's titles",
    build: (papers: Lines[]) => index.add(papers.map(paperOf)),
    store: () => index.snapshot(),
    load: (stored: string | Uint8Array) => void index.load(stored as Uint8Array),
    ask(query: string) {
      const words = query.split(' ').filter((word) => word !== '');
      words.forEach((word, i) => {
        index.match(word, {
          prefix: i === words.length - 1,
          edits: editsFor(word),
          fields: ['title', 'authors', 'keyTerms'],
        });
      });
    },
  };
}

/** `memory`: bytes in use after a garbage collection. */
export async function compareTitles(papers: Lines[], memory: () => Promise<number>): Promise<void> {
  if (papers.length === 0) return;
  const typed = keystrokes(papers);
  const rows = [['ms, MB', 'stored', 'load', 'memory', 'keystroke, median', 'p95']];
  for (const make of [miniSearch, titleIndex]) {
    const stored = (() => {
      const built = make();
      built.build(papers);
      return built.store();
    })();
    const before = await memory();
    const held = make();
    const start = performance.now();
    held.load(stored);
    const load = performance.now() - start;
    for (const query of typed.slice(0, 200)) held.ask(query);
    const used = (await memory()) - before;
    const times = typed.map((query) => {
      const asked = performance.now();
      held.ask(query);
      return performance.now() - asked;
    });
    rows.push([
      held.name,
      (stored.length / 1e6).toFixed(2),
      load.toFixed(1),
      used > 0 ? (used / 1e6).toFixed(1) : '',
      median(times).toFixed(2),
      p95(times).toFixed(2),
    ]);
  }
  report(
    `The search box: titles and authors of ${papers.length} papers, ${typed.length} keystrokes, a typo in the first of three words.`,
  );
  report(table(rows));
}
