/**
 * What the index sees of a paper: weighted terms, their sum (the length), and the words that a
 * prefix or a typo is looked up among.
 */
import type { Day, PaperId } from '../paper/paper.ts';
import { foldedWord, termOf, textWords } from '../text/terms.ts';
import { largestFrequency } from './postings.ts';

/** A paper as the index takes it. */
export interface IndexedPaper {
  id: PaperId;
  title: string;
  /** Empty when unknown. */
  abstract: string;
  keyTerms: string[];
  published: Day | null;
}

/** How much an occurrence counts in each field. See docs/ranking.md for what other weights gave. */
export const fieldWeights = { title: 2, abstract: 1, keyTerms: 1 };

export interface TermVector {
  /** Term to weighted frequency, 1 to 15. */
  terms: Map<string, number>;
  /** Sum of the frequencies, at most 65,535. */
  length: number;
}

/** Weighted terms of a text in fields. Words met are added to `words`, lower case, when given. */
export function termVector(
  paper: Pick<IndexedPaper, 'title' | 'abstract' | 'keyTerms'>,
  words?: Set<string>,
): TermVector {
  const terms = new Map<string, number>();
  const read = (text: string, weight: number) => {
    for (const word of textWords(text)) {
      const term = termOf(word);
      if (term === null) continue;
      terms.set(term, (terms.get(term) ?? 0) + weight);
      words?.add(foldedWord(word));
    }
  };
  read(paper.title, fieldWeights.title);
  read(paper.abstract, fieldWeights.abstract);
  for (const keyTerm of paper.keyTerms) read(keyTerm, fieldWeights.keyTerms);
  let length = 0;
  for (const [term, frequency] of terms) {
    const kept = Math.min(frequency, largestFrequency);
    if (kept !== frequency) terms.set(term, kept);
    length += kept;
  }
  return { terms, length: Math.min(length, 65_535) };
}

/**
 * A number of 32 bits that equal titles share, whatever their case, punctuation and markup (FNV-1a
 * over the words); 0 for a title of fewer than three words, which says too little to be compared.
 */
export function titleHash(title: string): number {
  const words = textWords(title).map(foldedWord);
  if (words.length < 3) return 0;
  let hash = 0x811c9dc5;
  for (const unit of words.join(' ')) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0 || 1;
}
