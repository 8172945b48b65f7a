/**
 * Papers for benchmarks: real ones from a folder beside the project, or generated ones of the same
 * shape where it is missing.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { indexedPaper } from '../../lib/cli/build-index.ts';
import { readLines, readPapers } from '../../lib/cli/read-papers.ts';
import type { IndexedPaper } from '../../lib/index/related-index.ts';

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export interface BenchPaper extends IndexedPaper {
  categories: string[];
}

/** Path of a file of the real data, whether it exists or not. */
export const sharedFile = (name: string): string => shared + name;

export const hasShared = (name: string): boolean => existsSync(shared + name);

/** Papers of a file of the real data. */
export async function sharedPapers(name: string): Promise<BenchPaper[]> {
  const papers: BenchPaper[] = [];
  for await (const paper of readPapers(shared + name)) {
    const { categories } = paper.fields;
    papers.push({
      ...indexedPaper(paper),
      categories: Array.isArray(categories) ? categories.map(String) : [],
    });
  }
  return papers;
}

/** Judgments of a tab-separated file with a header: query id to the papers judged relevant. */
export async function sharedJudgments(name: string): Promise<Map<string, Set<string>>> {
  const judged = new Map<string, Set<string>>();
  for await (const { text, line } of readLines(shared + name)) {
    const [query = '', paper = '', relevance] = text.split('\t');
    if (line === 1 || Number(relevance) <= 0) continue;
    judged.set(query, (judged.get(query) ?? new Set()).add(paper));
  }
  return judged;
}

/** Papers of invented words with the frequencies of English (Zipf) and the lengths of abstracts. */
export function generatedPapers(count: number): BenchPaper[] {
  let state = 12_345;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
  const syllables = ['ta', 'ri', 'mon', 'del', 'su', 'pra', 'lex', 'no', 'ki', 'ver', 'ga', 'lo'];
  const word = () => {
    let rank = Math.floor(60_000 ** random());
    let text = '';
    do {
      text += syllables[rank % syllables.length];
      rank = Math.floor(rank / syllables.length);
    } while (rank > 0);
    return text;
  };
  const text = (words: number) => Array.from({ length: words }, word).join(' ');
  return Array.from({ length: count }, (_, i) => ({
    id: `generated:${String(i).padStart(6, '0')}`,
    title: text(6 + Math.floor(random() * 8)),
    abstract: text(120 + Math.floor(random() * 100)),
    keyTerms: [],
    published: null,
    categories: [],
  }));
}

/** Real papers, or generated ones (and a line that says so) where they are missing. */
export async function papersOf(name: string, count: number): Promise<BenchPaper[]> {
  if (hasShared(name)) return sharedPapers(name);
  process.stdout.write(`(${name} is missing: using ${count} generated papers)\n`);
  return generatedPapers(count);
}

/** Every n-th of a list, at most `count`. */
export function sample<T>(list: T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, i) => i % step === 0).slice(0, count);
}
