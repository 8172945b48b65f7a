/** A paper as the index takes it, and a hash by which equal titles are found. */
import type { PaperId, Source } from '../paper/paper.ts';
import { FNV_OFFSET_BASIS, FNV_PRIME } from '../text/fnv.ts';
import { foldedWord, textWords } from '../text/terms.ts';
import type { Day } from '../time/days.ts';

export interface IndexedPaper {
  id: PaperId;
  title: string;
  /** Empty when unknown. */
  abstract: string;
  keyTerms: string[];
  published: Day | null;
  /** Null or absent when unknown. */
  upvotes?: number | null;
  sources?: Source[];
}

/** Titles of fewer words are not compared. */
const minTitleWords = 3;

/**
 * A 32-bit hash of a title that does not depend on case, punctuation and markup (FNV-1a over the
 * words); 0 for a title of fewer than three words.
 */
export const titleHash = (title: string): number => hashOfWords(textWords(title).map(foldedWord));

/** `titleHash` of a title given as folded words. */
export function hashOfWords(words: readonly string[]): number {
  if (words.length < minTitleWords) return 0;
  let hash: number = FNV_OFFSET_BASIS;
  for (const word of words) {
    for (let i = 0; i < word.length; i++) {
      hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
    }
    hash = Math.imul(hash ^ 32, FNV_PRIME);
  }
  return hash >>> 0 || 1;
}
