/**
 * BM25 added up over posting lists: the loops in which an answer's time goes.
 */
import type { PostingList } from '../segments/postings.ts';

/** Chosen by measurement: docs/ranking.md. */
export const bm25 = { k1: 1.6, b: 0.9 };

/** Scores by segment and document. */
export interface Sums {
  words: Float64Array[];
  phrases: Float64Array[];
}

/** The part of BM25's denominator that is the document's. */
export function normOf(length: number, averageLength: number): number {
  return bm25.k1 * (1 - bm25.b + (bm25.b * length) / averageLength);
}

/**
 * The inner loop of every answer: `readPostings` written out, because a call for each posting
 * costs. No branch on the frequency: it is guessed wrong too often to be worth the division saved.
 */
export function addContributions(
  { entries }: PostingList,
  weight: number,
  norms: Float64Array,
  sums: Float64Array,
): void {
  const scaled = weight * (bm25.k1 + 1);
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
