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

/** How much an occurrence counts in each field. docs/ranking.md has what other weights gave. */
export const fieldWeights = { title: 1, abstract: 1, keyTerms: 1 };

export interface TermVector {
  /** Term to weighted frequency, 1 to 15. */
  terms: Map<string, number>;
  /**
   * Two terms that follow each other, `a b`, to how often: stop words and sentence ends between
   * them are not seen.
   */
  phrases: Map<string, number>;
  /** Those of them that stand in the title, in a key term or twice: what the paper is about. */
  salient: Set<string>;
  /** Sum of the terms' frequencies, at most 65,535. */
  length: number;
}

/** Weighted terms of a text in fields. Words met are added to `words`, folded, when given. */
export function termVector(
  paper: Pick<IndexedPaper, 'title' | 'abstract' | 'keyTerms'>,
  words?: Set<string>,
): TermVector {
  const terms = new Map<string, number>();
  const phrases = new Map<string, number>();
  const salient = new Set<string>();
  const read = (text: string, weight: number, naming: boolean) => {
    let before: string | null = null;
    for (const word of textWords(text)) {
      const term = termOf(word);
      if (term === null) continue;
      add(terms, term, weight);
      words?.add(foldedWord(word));
      if (before !== null && before !== term) {
        const phrase = `${before} ${term}`;
        if (add(phrases, phrase, 1) > 1 || naming) salient.add(phrase);
      }
      before = term;
    }
  };
  read(paper.title, fieldWeights.title, true);
  read(paper.abstract, fieldWeights.abstract, false);
  for (const keyTerm of paper.keyTerms) read(keyTerm, fieldWeights.keyTerms, true);
  let length = 0;
  for (const frequency of terms.values()) length += frequency;
  return { terms, phrases, salient, length: Math.min(length, 65_535) };
}

/** Adds to a count that is kept at most `largestFrequency`; returns it. */
function add(counts: Map<string, number>, key: string, by: number): number {
  const count = Math.min((counts.get(key) ?? 0) + by, largestFrequency);
  counts.set(key, count);
  return count;
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
