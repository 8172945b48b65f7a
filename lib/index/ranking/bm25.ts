/** BM25 (Robertson et al., TREC-3, 1994): weight · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average)). */
import type { PostingList } from '../segments/postings.ts';

/** Chosen by measurement: docs/ranking.md. */
export const bm25 = { k1: 1.6, b: 0.9 };

/** Scores by segment and document. */
export interface ScoreSums {
  words: Float64Array[];
  phrases: Float64Array[];
}

/** The part of BM25's denominator that depends on the document only. */
export function lengthNorm(length: number, averageLength: number, { k1, b } = bm25): number {
  return k1 * (1 - b + (b * length) / averageLength);
}

/** The score of a term of a weight that a document contains `frequency` times. */
export function bm25Score(weight: number, frequency: number, norm: number, { k1 } = bm25): number {
  return (weight * (k1 + 1) * frequency) / (frequency + norm);
}

/** No document scores more by a term. */
export const scoreBound = (weight: number): number => weight * (bm25.k1 + 1);

/**
 * Adds a term's scores to `sums`, by document. The inner loop of every answer: `readPostings` and
 * `bm25Score` written out, because a call for each posting costs. There is no branch on the
 * frequency: mispredictions would cost more than the division saved.
 */
export function addScores(
  { entries }: PostingList,
  weight: number,
  norms: Float64Array,
  sums: Float64Array,
): void {
  const scaled = scoreBound(weight);
  let doc = 0;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as number;
    const frequency = entry & 15;
    if (frequency === 0) {
      doc += (entry >>> 4) << 12;
      continue;
    }
    doc += entry >>> 4;
    sums[doc] = (sums[doc] as number) + (scaled * frequency) / (frequency + (norms[doc] as number));
    doc++;
  }
}
