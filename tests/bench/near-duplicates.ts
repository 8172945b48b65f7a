/**
 * Calibrates the near-duplicate rule: what two results of one query have in common, for pairs whose
 * texts are nearly the same and for pairs whose texts are not.
 */

import type { MemoryStorage } from '../../lib/index/memory-storage.ts';
import { queryTerms } from '../../lib/index/ranking/related-query.ts';
import { weightedJaccard } from '../../lib/index/ranking/relevance-floor.ts';
import { termScores } from '../../lib/index/ranking/term-scores.ts';
import { topK } from '../../lib/index/ranking/top-k.ts';
import { decodeManifest, manifestKey } from '../../lib/index/segments/manifest.ts';
import { Segment } from '../../lib/index/segments/segment.ts';
import { type ScoredDoc, Snapshot } from '../../lib/index/segments/snapshot.ts';
import { termsOf } from '../../lib/text/terms.ts';
import { type BenchPaper, sample } from './papers.ts';
import { report, table } from './report.ts';

/** Jaccard similarity from which two texts are one text, slightly reworded. */
const sameText = 0.5;
/** Jaccard similarity below which two texts are different texts. */
const otherText = 0.2;

interface Pair {
  /** Jaccard similarity of the texts' trigrams of terms. */
  text: number;
  /** What the rule uses. */
  score: number;
  length: number;
  terms: number;
  shared: number;
}

function trigramsOf({ title, abstract }: BenchPaper): Set<string> {
  const terms = termsOf(`${title} ${abstract}`);
  return new Set(terms.slice(2).map((term, i) => `${terms[i]} ${terms[i + 1]} ${term}`));
}

function jaccard(a: Set<string>, b: Set<string>): number {
  let both = 0;
  for (const one of a) if (b.has(one)) both++;
  return both / Math.max(1, a.size + b.size - both);
}

/** Groups of papers with the same title, or the same first or last 120 characters of abstract. */
function suspectGroups(papers: BenchPaper[]): BenchPaper[][] {
  const groups = new Map<string, BenchPaper[]>();
  for (const paper of papers) {
    const { title, abstract } = paper;
    const keys = [title.toLowerCase(), abstract.slice(0, 120), abstract.slice(-120)];
    for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), paper]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const ratio = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);

/** Compares the best results of a query pairwise. */
async function pairsFor(snapshot: Snapshot, query: BenchPaper, byId: Map<string, BenchPaper>) {
  const { terms } = queryTerms({ ...query, ignoredTerms: [] });
  await snapshot.load(terms.map(({ term }) => term));
  const weighted = snapshot.weigh(terms);
  const choice = { limit: 21, allowed: () => true, factor: () => 1 };
  const docs = topK(snapshot, weighted, choice).filter((doc) => snapshot.idOf(doc) !== query.id);
  const uncommon = weighted.filter((term) => !snapshot.isCommon(term));
  const parts = termScores(snapshot, uncommon, docs);
  const lengthOf = ({ segment, doc }: ScoredDoc) => snapshot.segments[segment]?.lengthOf(doc) ?? 0;
  const trigrams = docs.map((doc) => trigramsOf(byId.get(snapshot.idOf(doc)) as BenchPaper));
  const pairs: Pair[] = [];
  docs.forEach((a, i) => {
    docs.slice(0, i).forEach((b, j) => {
      const alike = weightedJaccard(parts[i] ?? none, parts[j] ?? none);
      pairs.push({
        text: jaccard(trigrams[i] ?? new Set(), trigrams[j] ?? new Set()),
        score: ratio(a.score, b.score),
        length: ratio(lengthOf(a), lengthOf(b)),
        terms: alike.similarity,
        shared: alike.shared,
      });
    });
  });
  return pairs;
}

const none = new Float64Array();

const rules = [
  { likeness: 0.95, terms: 0.9, shared: 0 },
  { likeness: 0.9, terms: 0.8, shared: 0 },
  { likeness: 0.9, terms: 0.9, shared: 10 },
  { likeness: 0.9, terms: 0.85, shared: 10 },
  { likeness: 0.9, terms: 0.85, shared: 12 },
  { likeness: 0.85, terms: 0.85, shared: 10 },
  { likeness: 0.9, terms: 0.8, shared: 10 },
  { likeness: 0.9, terms: 0.8, shared: 12 },
  { likeness: 0.8, terms: 0.8, shared: 10 },
  { likeness: 0.8, terms: 0.7, shared: 15 },
];

/** Reports which pairs each rule folds; queries are third papers close to both of a suspected pair. */
export async function reportNearDuplicates(
  papers: BenchPaper[],
  storage: MemoryStorage,
): Promise<void> {
  const manifest = decodeManifest((await storage.read([manifestKey]))[0] ?? new Uint8Array());
  if (manifest === null) throw new Error('The index is of another version.');
  const segments = manifest.segments.map((entry) => new Segment(entry, storage));
  const snapshot = new Snapshot(segments, storage);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const third = async (paper: BenchPaper, group: BenchPaper[]) => {
    const { terms } = queryTerms({ ...paper, ignoredTerms: [] });
    await snapshot.load(terms.map(({ term }) => term));
    const choice = { limit: 6, allowed: () => true, factor: () => 1 };
    const found = topK(snapshot, snapshot.weigh(terms), choice);
    const ids = new Set(group.map(({ id }) => id));
    return found.map((doc) => byId.get(snapshot.idOf(doc))).find((one) => one && !ids.has(one.id));
  };
  const pairs: Pair[] = [];
  const asked = new Set<string>();
  for (const group of suspectGroups(papers)) {
    const query = await third(group[0] as BenchPaper, group);
    if (query === undefined || asked.has(query.id)) continue;
    asked.add(query.id);
    pairs.push(...(await pairsFor(snapshot, query, byId)));
  }
  for (const query of sample(papers, 500)) pairs.push(...(await pairsFor(snapshot, query, byId)));
  const groups = [
    pairs.filter(({ text }) => text >= sameText),
    pairs.filter(({ text }) => text < sameText && text >= otherText),
    pairs.filter(({ text }) => text < otherText),
  ];
  report(
    `Near-duplicates over ${papers.length} papers: pairs among twenty results, by the share of their term trigrams that they have in common, and how many of them each rule folds.`,
  );
  report(
    table([
      [
        'score and length, terms, terms shared',
        ...['half or more', 'a fifth to half', 'less'].map(
          (name, i) => `${name}: ${groups[i]?.length ?? 0}`,
        ),
      ],
      ...rules.map(({ likeness, terms, shared }) => [
        `${likeness}, ${terms}, ${shared}`,
        ...groups.map((group) =>
          String(
            group.filter(
              (pair) =>
                pair.score >= likeness &&
                pair.length >= likeness &&
                pair.terms >= terms &&
                pair.shared >= shared,
            ).length,
          ),
        ),
      ]),
    ]),
  );
}
