/**
 * BM25 added up over posting lists: the loops in which an answer's time goes.
 */
import type { PostingList } from './postings.ts';

/** Chosen by measurement: docs/ranking.md. */
export const bm25 = { k1: 1.6, b: 0.9 };

/** Scores by segment and document. */
export interface Sums {
  words: Float64Array[];
  phrases: Float64Array[];
}

/**
 * The inner loop of every answer: `readPostings` written out, because a call for each posting
 * costs. No branch on the frequency: it is guessed wrong too often to be worth the division saved.
 */
export function addContributions(
  { entries }: PostingList,
  weight: number,
  norms: Float32Array,
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

/** The same for flagged documents alone: most postings of a common word are only stepped over. */
export function addToFlagged(
  { entries }: PostingList,
  weight: number,
  norms: Float32Array,
  sums: Float64Array,
  flags: Uint8Array,
): void {
  const scaled = weight * (bm25.k1 + 1);
  let doc = 0;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as number;
    const frequency = entry & 15;
    doc += frequency === 0 ? (entry >>> 4) << 12 : entry >>> 4;
    if (frequency === 0) continue;
    if (flags[doc] === 1) {
      sums[doc] =
        (sums[doc] as number) + (scaled * frequency) / (frequency + (norms[doc] as number));
    }
    doc++;
  }
}

/** For each document of each segment whether its score is above a number. */
export function flagsAbove({ words, phrases }: Sums, least: number): Uint8Array[] {
  return words.map((sums, segment) => {
    const more = phrases[segment] ?? sums;
    const flags = new Uint8Array(sums.length);
    for (let doc = 0; doc < sums.length; doc++) {
      if (at(sums, doc) + at(more, doc) > least) flags[doc] = 1;
    }
    return flags;
  });
}

const at = (numbers: Float64Array, place: number): number => numbers[place] as number;
