/**
 * From the best documents to those a user is shown: nothing below the floor, not the paper itself
 * under another id, and one of each group of near-duplicates.
 */

import { titleHash } from '../indexed-paper.ts';
import type { ScoredDoc, Snapshot, WeightedTerm } from '../segments/snapshot.ts';
import { bm25, normOf } from './bm25.ts';
import { isPhrase, type QueryTerms, type RelatedQuery } from './related-query.ts';
import { termScores } from './term-scores.ts';

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
 * Words that no more than this share of the papers hold count half towards the floor: a paper of
 * another field shares one or two rare words by chance, a related one shares its field's vocabulary.
 */
const rareShare = 0.05;
const rareCounts = 0.5;

/**
 * The least share of its own score (words alone) at which a query calls a paper related. The best
 * of more papers, and of fewer words, scores higher by chance, so it grows with the papers and
 * falls with the query's terms. Fitted to the shares that papers of other fields reach:
 * docs/ranking.md.
 */
export function RELEVANCE_FLOOR(papers: number, queryWords: number): number {
  const byPapers = 0.063 + 0.003 * Math.log2(Math.max(2, papers));
  return Math.min(0.6, byPapers * (1 + 5.2 / Math.sqrt(Math.max(1, queryWords))));
}

/** Whether a word counts half towards the floor. */
export const isRare = (snapshot: Snapshot, { term, found }: WeightedTerm): boolean =>
  found <= snapshot.papers * rareShare && !isPhrase(term);

/** Whether what words add, `rare` of it by rare ones, reaches the floor. */
export const reaches = (words: number, rare: number, floor: number): boolean =>
  words - (1 - rareCounts) * rare >= floor;

/** Score of the query's words as if it were a document of the index; words that no paper holds count. */
export function ownScore(snapshot: Snapshot, query: QueryTerms, weighted: WeightedTerm[]): number {
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
export function aboveFloor(
  snapshot: Snapshot,
  query: RelatedQuery,
  terms: QueryTerms,
  weighted: WeightedTerm[],
  best: ScoredDoc[],
): ScoredDoc[] {
  const own = ownScore(snapshot, terms, weighted);
  const words = terms.terms.filter(({ term }) => !isPhrase(term)).length;
  const floor = RELEVANCE_FLOOR(snapshot.papers, words) * own;
  const close = best.filter(
    (hit) => hit.words >= floor && (words < sameWords || hit.words < sameShare * own),
  );
  const telling = weighted.filter((term) => !snapshot.isCommon(term));
  const rare = telling.map((term) => isRare(snapshot, term));
  const rareOf = (parts: Float64Array) =>
    parts.reduce((sum, part, i) => (rare[i] ? sum + part : sum), 0);
  const titles = new Set([titleHash(query.title)]);
  titles.delete(0);
  const kept: Kept[] = [];
  // Other orders choose among all that are close; for similarity the first are enough.
  const wanted = (query.sort ?? 'similarity') === 'similarity' ? query.limit : close.length;
  const atOnce = wanted + 2;
  for (let at = 0; at < close.length && kept.length < wanted; at += atOnce) {
    const some = close.slice(at, at + atOnce);
    termScores(snapshot, telling, some).forEach((parts, i) => {
      const hit = some[i] as ScoredDoc;
      if (!reaches(hit.words, rareOf(parts), floor)) return;
      const segment = snapshot.segments[hit.segment];
      const title = segment?.titleHashOf(hit.doc) ?? 0;
      const one = { hit, parts, length: segment?.lengthOf(hit.doc) ?? 0 };
      if (titles.has(title) || kept.some((other) => isTwin(one, other))) return;
      if (title !== 0) titles.add(title);
      kept.push(one);
    });
  }
  return kept.map(({ hit }) => hit);
}

interface Kept {
  hit: ScoredDoc;
  /** What each term adds to it, common words aside. */
  parts: Float64Array;
  length: number;
}

/** Whether two documents share with the query nearly exactly the same. */
function isTwin(a: Kept, b: Kept): boolean {
  if (ratio(a.hit.score, b.hit.score) < likeRatio || ratio(a.length, b.length) < likeRatio)
    return false;
  const { overlap, shared } = similarityOf(a.parts, b.parts);
  return shared >= likeShared && overlap >= likeTerms;
}

const ratio = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);

/** Weighted Jaccard of what terms add to two documents, and how many terms both have. */
export function similarityOf(
  a: Float64Array,
  b: Float64Array,
): { overlap: number; shared: number } {
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
