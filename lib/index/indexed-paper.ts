/**
 * A paper as the index takes it, and what tells that two titles are one.
 */
import type { PaperId, Source } from '../paper/paper.ts';
import { foldedWord, textWords } from '../text/terms.ts';
import type { Day } from '../time/days.ts';

export interface IndexedPaper {
  id: PaperId;
  title: string;
  /** Empty when unknown. */
  abstract: string;
  keyTerms: string[];
  published: Day | null;
  /** Null or left out when unknown. */
  upvotes?: number | null;
  /** Left out where it does not matter. */
  sources?: Source[];
}

/** Titles of fewer words than this say too little to be compared. */
const fewestTitleWords = 3;

/**
 * A number of 32 bits that equal titles share, whatever their case, punctuation and markup (FNV-1a
 * over the words); 0 for a title of fewer than three words.
 */
export const titleHash = (title: string): number => hashOfWords(textWords(title).map(foldedWord));

/** The same from the folded words of the title. */
export function hashOfWords(words: readonly string[]): number {
  if (words.length < fewestTitleWords) return 0;
  let hash = 0x811c9dc5;
  for (const word of words) {
    for (let i = 0; i < word.length; i++) {
      hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    }
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  return hash >>> 0 || 1;
}
