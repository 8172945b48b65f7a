/**
 * "Papers like these": a score learned from examples by Rocchio's method. The profile is the mean of
 * the examples' BM25 vectors of unit length, less half the mean of those that are "not this"; a
 * paper scores by the profile's terms it has, as BM25 weighs them in it. docs/ranking.md has what
 * other methods gave.
 *
 * Rocchio, "Relevance feedback in information retrieval", 1971.
 */

import { bm25 } from '../index/ranking/bm25.ts';
import { type TermVector, termVector } from '../index/ranking/term-vector.ts';
import type { Paper } from '../paper/paper.ts';
import { termOf, textWords } from '../text/terms.ts';

/** How terms are spread over the digest. */
export interface TermSpread {
  /** Mean of the papers' lengths, in terms. */
  averageLength: number;
  /** Inverse document frequency of the terms that are in the digest. */
  idf: ReadonlyMap<string, number>;
}

/** A learned profile: all that is needed to score a paper. */
export interface ExampleModel {
  averageLength: number;
  /** Term, weight, and the word as the examples write it; strongest first, below 0 last. */
  weights: [term: string, weight: number, word: string][];
}

/** What a profile is learned from. */
export interface LabeledExamples {
  examples: readonly Paper[];
  not: readonly Paper[];
  /** Words that do not count. */
  struck: readonly string[];
}

/** Below this score nothing is like the examples: any two papers share some words. */
export const MIN_SIMILARITY = 20;

const notWeight = 0.5;
/** More change nothing in which papers come first. */
const mostTerms = 400;

/** Terms whose spread is needed to learn from these papers. */
export function trainingTerms({ examples, not }: LabeledExamples): string[] {
  const terms = [...examples, ...not].flatMap((paper) => [...vectorOf(paper).terms.keys()]);
  return [...new Set(terms)];
}

/** Learns a profile. Examples score 100 on average, so that scores of different profiles compare. */
export function trainExampleModel(from: LabeledExamples, spread: TermSpread): ExampleModel {
  const profile = new Map<string, number>();
  const add = (papers: readonly Paper[], share: number) => {
    for (const paper of papers) {
      const vector = unitVector(vectorOf(paper), spread);
      for (const [term, weight] of vector) {
        profile.set(term, (profile.get(term) ?? 0) + (share * weight) / papers.length);
      }
    }
  };
  add(from.examples, 1);
  add(from.not, -notWeight);
  const struck = new Set(from.struck.map((word) => termOf(word) ?? word));
  const words = writtenWords([...from.examples, ...from.not]);
  const weights = [...profile]
    .filter(([term]) => !struck.has(term))
    .map(([term, weight]): [string, number] => [
      term,
      weight * Math.sqrt(spread.idf.get(term) ?? 0),
    ])
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostTerms)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const raw: ExampleModel = {
    averageLength: spread.averageLength,
    weights: weights.map(([term, weight]) => [term, weight, words.get(term) ?? term]),
  };
  const score = similarityBy(raw);
  const mean =
    from.examples.reduce((sum, paper) => sum + score(vectorOf(paper)), 0) / from.examples.length;
  if (!(mean > 0)) return raw;
  return {
    ...raw,
    weights: raw.weights.map(([term, weight, word]) => [term, (100 * weight) / mean, word]),
  };
}

/** A profile made ready for many papers: 0 for nothing in common, about 100 for its examples. */
export function similarityBy({
  weights,
  averageLength,
}: ExampleModel): (vector: Pick<TermVector, 'terms' | 'length'>) => number {
  const byTerm = new Map(weights.map(([term, weight]) => [term, weight]));
  return ({ terms, length }) => {
    let score = 0;
    for (const [term, frequency] of terms) {
      const weight = byTerm.get(term);
      if (weight !== undefined) score += weight * saturated(frequency, length, averageLength);
    }
    return score;
  };
}

/** Words that count most, and those that count against a paper or, where there are none, least. */
export function distinctiveWords(
  { weights }: ExampleModel,
  most: number,
): { strongest: string[]; weakest: string[] } {
  const words = weights.map(([, , word]) => word);
  return { strongest: words.slice(0, most), weakest: words.slice(most).slice(-most).reverse() };
}

/** The words of a paper that count most for it, strongest first. */
export function strongestIn(model: ExampleModel, { terms }: TermVector, most: number): string[] {
  return model.weights
    .filter(([term, weight]) => weight > 0 && terms.has(term))
    .slice(0, most)
    .map(([, , word]) => word);
}

export function vectorOf({ title, abstract, summary, keyTerms }: Paper): TermVector {
  return termVector({ title, abstract: abstract || (summary?.text ?? ''), keyTerms }, 'salient');
}

function saturated(frequency: number, length: number, averageLength: number): number {
  const norm = bm25.k1 * (1 - bm25.b + (bm25.b * length) / averageLength);
  return ((bm25.k1 + 1) * frequency) / (frequency + norm);
}

function unitVector({ terms, length }: TermVector, spread: TermSpread): Map<string, number> {
  const vector = new Map<string, number>();
  let squares = 0;
  for (const [term, frequency] of terms) {
    const idf = spread.idf.get(term) ?? 0;
    const weight = idf * saturated(frequency, length, spread.averageLength);
    vector.set(term, weight);
    squares += weight * weight;
  }
  const norm = Math.sqrt(squares) || 1;
  for (const [term, weight] of vector) vector.set(term, weight / norm);
  return vector;
}

/** Each term as it is first written in the papers. */
function writtenWords(papers: readonly Paper[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const { title, abstract, keyTerms } of papers) {
    for (const word of [title, abstract, ...keyTerms].flatMap(textWords)) {
      const term = termOf(word);
      if (term !== null && !words.has(term)) words.set(term, word);
    }
  }
  return words;
}
