/**
 * From the best documents to those a reader is shown: nothing below the floor, not the paper itself
 * under another id, and one of each group of near-duplicates.
 */
import { contributionsOf } from './contributions.ts';
import { titleHash } from './indexed-paper.ts';
import { isPhrase, type QueryTerms, type RelatedQuery } from './query.ts';
import { bm25, normOf } from './scoring-loops.ts';
import type { ScoredDoc, Snapshot, WeightedTerm } from './snapshot.ts';

/**
 * From this share of its own score on, what a query of an abstract's length found is its own paper
 * once more. A few words say no such thing: another paper may hold them all.
 */
const sameShare = 0.8;
const sameWords = 30;

/**
 * Near-duplicates have scores and lengths within this ratio, so many terms in common with the query
 * and each other, and these to nearly the same extent (weighted Jaccard). Calibrated on pairs of
 * arXiv: docs/ranking.md.
 */
const likeRatio = 0.85;
const likeShared = 10;
const likeTerms = 0.85;

/**
 * The least share of its own score (words alone) at which a query calls a paper related. The best
 * of more papers, and of fewer words, scores higher by chance, so it grows with the papers and
 * falls with the query's terms. Fitted to the shares that papers of other fields reach:
 * docs/ranking.md.
 */
export function floorShare(papers: number, queryWords: number): number {
  const byPapers = 0.054 + 0.0057 * Math.log2(Math.max(2, papers));
  return Math.min(0.6, byPapers * (1 + 5.2 / Math.sqrt(Math.max(1, queryWords))));
}

/** Score of the query's words as if it were a document of the index; words that no paper holds count. */
function ownScore(snapshot: Snapshot, query: QueryTerms, weighted: WeightedTerm[]): number {
  const weights = new Map(weighted.map(({ term, weight }) => [term, weight]));
  const norm = normOf(query.length, snapshot.averageLength);
  let score = 0;
  for (const { term, frequency, occurrences } of query.terms) {
    if (isPhrase(term)) continue;
    const weight = weights.get(term) ?? snapshot.idf(0) * frequency;
    score += (weight * (bm25.k1 + 1) * occurrences) / (occurrences + norm);
  }
  return score;
}

/** What is shown of `best`, in its order. */
export function shownOf(
  snapshot: Snapshot,
  query: RelatedQuery,
  terms: QueryTerms,
  weighted: WeightedTerm[],
  best: ScoredDoc[],
): ScoredDoc[] {
  const own = ownScore(snapshot, terms, weighted);
  const words = terms.terms.filter(({ term }) => !isPhrase(term)).length;
  const floor = floorShare(snapshot.papers, words) * own;
  const titles = new Set([titleHash(query.title)]);
  titles.delete(0);
  const close = best.filter((hit) => {
    if (hit.words < floor || (words >= sameWords && hit.words >= sameShare * own)) return false;
    const title = snapshot.segments[hit.segment]?.titleHashOf(hit.doc) ?? 0;
    if (titles.has(title)) return false;
    if (title !== 0) titles.add(title);
    return true;
  });
  // The first of them are decided without looking at those behind.
  const wanted = (query.sort ?? 'similarity') === 'similarity' ? query.limit : close.length;
  const first = withoutDuplicates(snapshot, weighted, close.slice(0, wanted + 2));
  return first.length < wanted ? withoutDuplicates(snapshot, weighted, close) : first;
}

/**
 * Leaves out documents that share with the query nearly exactly what one before them shares, common
 * words aside.
 */
function withoutDuplicates(
  snapshot: Snapshot,
  weighted: WeightedTerm[],
  docs: ScoredDoc[],
): ScoredDoc[] {
  const lengths = docs.map(({ segment, doc }) => snapshot.segments[segment]?.lengthOf(doc) ?? 0);
  const alike = (a: number, b: number) =>
    ratio(docs[a]?.score ?? 0, docs[b]?.score ?? 0) >= likeRatio &&
    ratio(lengths[a] ?? 0, lengths[b] ?? 0) >= likeRatio;
  const suspects = docs.map((_, a) => docs.some((_, b) => a !== b && alike(a, b)));
  const parts = new Map<ScoredDoc, Float64Array>();
  const suspected = docs.filter((_, i) => suspects[i]);
  const telling = weighted.filter((term) => !snapshot.isCommon(term));
  contributionsOf(snapshot, telling, suspected).forEach((values, i) => {
    const doc = suspected[i];
    if (doc !== undefined) parts.set(doc, values);
  });
  const kept: number[] = [];
  docs.forEach((doc, i) => {
    const mine = parts.get(doc);
    const twin = kept.some((other) => {
      const theirs = docs[other] && parts.get(docs[other]);
      if (!mine || !theirs || !alike(i, other)) return false;
      const { overlap, shared } = likenessOf(mine, theirs);
      return shared >= likeShared && overlap >= likeTerms;
    });
    if (!twin) kept.push(i);
  });
  return kept.flatMap((i) => docs[i] ?? []);
}

const ratio = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);

/** Weighted Jaccard of what terms add to two documents, and how many terms both have. */
export function likenessOf(a: Float64Array, b: Float64Array): { overlap: number; shared: number } {
  let both = 0;
  let either = 0;
  let shared = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    both += Math.min(x, y);
    either += Math.max(x, y);
    if (x > 0 && y > 0) shared++;
  }
  return { overlap: either === 0 ? 0 : both / either, shared };
}
