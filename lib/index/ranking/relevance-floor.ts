/**
 * Which of the best documents are shown: those above the relevance floor, without the query's own
 * paper under another id, and only the best of near-duplicates.
 */

import { titleHash } from '../indexed-paper.ts';
import type { ScoredDoc, Snapshot, WeightedTerm } from '../segments/snapshot.ts';
import { bm25Score, lengthNorm } from './bm25.ts';
import { isPhrase, type QueryTerms, type RelatedQuery } from './related-query.ts';
import { termScores } from './term-scores.ts';

/**
 * A document with at least this share of the query's self-score is the query's own paper, if the
 * query has the length of an abstract: another paper may well contain all of a few words.
 */
const minSelfShare = 0.8;
const minSelfWords = 30;

/**
 * Near-duplicates have scores and lengths within a ratio, a number of terms in common with the query
 * and each other, and a weighted Jaccard similarity of these. Calibrated on pairs of arXiv papers:
 * docs/ranking.md.
 */
const minDuplicateRatio = 0.85;
const minDuplicateTerms = 10;
const minDuplicateSimilarity = 0.85;

/**
 * Words in at most this share of the papers count half towards the floor: a paper of another field
 * shares one or two rare words by chance, a related paper shares its field's vocabulary.
 */
const maxRareShare = 0.05;
const rareWordFactor = 0.5;

/**
 * The smallest share of the query's self-score (words only) at which a paper is related. The best of
 * more papers, and of fewer words, scores higher by chance, so the floor grows with the papers and
 * falls with the query's words. Fitted to the shares that papers of other fields reach:
 * docs/ranking.md.
 */
export function relevanceFloor(papers: number, queryWords: number): number {
  const byPapers = 0.063 + 0.003 * Math.log2(Math.max(2, papers));
  return Math.min(0.6, byPapers * (1 + 5.2 / Math.sqrt(Math.max(1, queryWords))));
}

/** Whether a word counts half towards the floor. */
export const isRare = (snapshot: Snapshot, { term, documentFrequency }: WeightedTerm): boolean =>
  documentFrequency <= snapshot.paperCount * maxRareShare && !isPhrase(term);

/** Whether a score by words, of which `rare` is by rare ones, reaches the floor. */
export const reachesFloor = (words: number, rare: number, floor: number): boolean =>
  words - (1 - rareWordFactor) * rare >= floor;

/** The score by words of the query itself as a document; words that no paper contains count. */
export function selfScore(snapshot: Snapshot, query: QueryTerms, weighted: WeightedTerm[]): number {
  const weights = new Map(weighted.map(({ term, weight }) => [term, weight]));
  const norm = lengthNorm(query.length, snapshot.averageLength);
  let score = 0;
  for (const { term, frequency, occurrences } of query.terms) {
    if (isPhrase(term)) continue;
    const weight = weights.get(term) ?? snapshot.idf(0) * frequency;
    score += bm25Score(weight, occurrences, norm);
  }
  return score;
}

/** The documents of `best` that are shown, in its order. */
export function aboveFloor(
  snapshot: Snapshot,
  query: RelatedQuery,
  terms: QueryTerms,
  weighted: WeightedTerm[],
  best: ScoredDoc[],
): ScoredDoc[] {
  const self = selfScore(snapshot, terms, weighted);
  const words = terms.terms.filter(({ term }) => !isPhrase(term)).length;
  const floor = relevanceFloor(snapshot.paperCount, words) * self;
  const close = best.filter(
    (hit) => hit.words >= floor && (words < minSelfWords || hit.words < minSelfShare * self),
  );
  const uncommon = weighted.filter((term) => !snapshot.isCommon(term));
  const rare = uncommon.map((term) => isRare(snapshot, term));
  const scoreByRare = (parts: Float64Array) =>
    parts.reduce((sum, part, i) => (rare[i] ? sum + part : sum), 0);
  const titles = new Set([titleHash(query.title)]);
  titles.delete(0);
  const kept: Candidate[] = [];
  // Similarity needs only the first documents; other sort orders choose among all that are close.
  const wanted = (query.sort ?? 'similarity') === 'similarity' ? query.limit : close.length;
  const batchSize = wanted + 2;
  for (let at = 0; at < close.length && kept.length < wanted; at += batchSize) {
    const batch = close.slice(at, at + batchSize);
    termScores(snapshot, uncommon, batch).forEach((parts, i) => {
      const hit = batch[i] as ScoredDoc;
      if (!reachesFloor(hit.words, scoreByRare(parts), floor)) return;
      const segment = snapshot.segments[hit.segment];
      const title = segment?.titleHashOf(hit.doc) ?? 0;
      const candidate = { hit, parts, length: segment?.lengthOf(hit.doc) ?? 0 };
      if (titles.has(title) || kept.some((other) => isNearDuplicate(candidate, other))) return;
      if (title !== 0) titles.add(title);
      kept.push(candidate);
    });
  }
  return kept.map(({ hit }) => hit);
}

interface Candidate {
  hit: ScoredDoc;
  /** The score by each term that is not common. */
  parts: Float64Array;
  length: number;
}

/** Whether two documents share nearly the same with the query. */
function isNearDuplicate(a: Candidate, b: Candidate): boolean {
  if (ratio(a.hit.score, b.hit.score) < minDuplicateRatio) return false;
  if (ratio(a.length, b.length) < minDuplicateRatio) return false;
  const { similarity, shared } = weightedJaccard(a.parts, b.parts);
  return shared >= minDuplicateTerms && similarity >= minDuplicateSimilarity;
}

const ratio = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);

/** The weighted Jaccard similarity of two vectors, Σ min / Σ max, and in how many terms both are above 0. */
export function weightedJaccard(
  a: Float64Array,
  b: Float64Array,
): { similarity: number; shared: number } {
  let intersection = 0;
  let union = 0;
  let shared = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    intersection += Math.min(x, y);
    union += Math.max(x, y);
    if (x > 0 && y > 0) shared++;
  }
  return { similarity: union === 0 ? 0 : intersection / union, shared };
}
