/**
 * "Papers like these": a score learned from examples by Rocchio's method ("Relevance feedback in
 * information retrieval", 1971). The profile is the mean of the positive examples' BM25 vectors of
 * unit length, minus half the mean of the negative ones; a paper scores by the profile's terms it
 * has, weighted by BM25. docs/ranking.md compares other methods.
 */

import { bm25 } from '../index/ranking/bm25.ts';
import { type TermVector, termVector } from '../index/ranking/term-vector.ts';
import type { Paper } from '../paper/paper.ts';
import { termOf, textWords } from '../text/terms.ts';

/** Statistics of terms in the digest. */
export interface TermSpread {
  /** Mean length of the papers, in terms. */
  averageLength: number;
  /** Inverse document frequency of terms of the digest. */
  idf: ReadonlyMap<string, number>;
}

/** A trained profile: everything that scoring a paper needs. */
export interface ExampleModel {
  averageLength: number;
  /** Term, weight, and the word as the examples write it; highest weight first, negative last. */
  weights: [term: string, weight: number, word: string][];
}

/** What a profile is trained on. */
interface LabeledExamples {
  examples: readonly Paper[];
  not: readonly Paper[];
  /** Words that do not count, struck out by the user. */
  struck: readonly string[];
}

/** Scores below this are no similarity: any two papers share some words. */
export const MIN_SIMILARITY = 20;

const negativeWeight = 0.5;
/** More terms do not change which papers come first. */
const maxTerms = 400;

/** Terms whose statistics training needs. */
export function trainingTerms({ examples, not }: LabeledExamples): string[] {
  const terms = [...examples, ...not].flatMap((paper) => [...vectorOf(paper).terms.keys()]);
  return [...new Set(terms)];
}

/** Examples score 100 on average, so that scores of different profiles are comparable. */
export function trainExampleModel(from: LabeledExamples, spread: TermSpread): ExampleModel {
  const profile = new Map<string, number>();
  const add = (papers: readonly Paper[], factor: number) => {
    for (const paper of papers) {
      const vector = unitVector(vectorOf(paper), spread);
      for (const [term, weight] of vector) {
        profile.set(term, (profile.get(term) ?? 0) + (factor * weight) / papers.length);
      }
    }
  };
  add(from.examples, 1);
  add(from.not, -negativeWeight);
  const struck = new Set(from.struck.map((word) => termOf(word) ?? word));
  const words = writtenWords([...from.examples, ...from.not]);
  const weights = [...profile]
    .filter(([term]) => !struck.has(term))
    .map(([term, weight]): [string, number] => [
      term,
      weight * Math.sqrt(spread.idf.get(term) ?? 0),
    ])
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, maxTerms)
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

/** A profile prepared for many papers: 0 for nothing in common, about 100 for its examples. */
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

/** The words with the highest weights, and those with the lowest. */
export function distinctiveWords(
  { weights }: ExampleModel,
  count: number,
): { strongest: string[]; weakest: string[] } {
  const words = weights.map(([, , word]) => word);
  return { strongest: words.slice(0, count), weakest: words.slice(count).slice(-count).reverse() };
}

/** The words of a paper with the highest weights, highest first. */
export function strongestIn(model: ExampleModel, { terms }: TermVector, count: number): string[] {
  return model.weights
    .filter(([term, weight]) => weight > 0 && terms.has(term))
    .slice(0, count)
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

/** Each term as the papers write it first. */
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
