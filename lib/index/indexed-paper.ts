/**
 * What the index sees of a paper: weighted terms, their sum (the length), and the words that a
 * prefix or a typo is looked up among.
 */
import type { Day, PaperId } from '../paper/paper.ts';
import { foldedWord, readWord, textWords } from '../text/terms.ts';
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
   * Two different terms that follow each other, `a b`, to how often, 1 to 15. Stop words and
   * sentence ends between them are not seen.
   */
  phrases: Map<string, number>;
  /** Sum of the terms' frequencies, at most 65,535. */
  length: number;
}

/**
 * Weighted terms of a text in fields, with all its phrases or with the salient ones: those that
 * stand in the title, in a key term, or twice. Words met are added to `words`, folded, when given.
 */
export function termVector(
  paper: Pick<IndexedPaper, 'title' | 'abstract' | 'keyTerms'>,
  which: 'all' | 'salient',
  words?: Set<string>,
): TermVector {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  // Phrases by the numbers of their terms: far fewer strings are made than there are phrases.
  const phraseCounts = new Map<number, number>();
  const naming = new Set<number>();
  const read = (text: string, weight: number, names: boolean) => {
    let before = -1;
    for (const word of textWords(text)) {
      const { folded, term } = readWord(word);
      if (term === null) continue;
      words?.add(folded);
      let number = numbers.get(term);
      if (number === undefined) {
        number = frequencies.length;
        numbers.set(term, number);
        frequencies.push(0);
      }
      frequencies[number] = (frequencies[number] ?? 0) + weight;
      if (before >= 0 && before !== number) {
        const phrase = before * phraseBase + number;
        phraseCounts.set(phrase, (phraseCounts.get(phrase) ?? 0) + 1);
        if (names) naming.add(phrase);
      }
      before = number;
    }
  };
  read(paper.title, fieldWeights.title, true);
  read(paper.abstract, fieldWeights.abstract, false);
  for (const keyTerm of paper.keyTerms) read(keyTerm, fieldWeights.keyTerms, true);

  const terms = new Map<string, number>();
  let length = 0;
  for (const [term, number] of numbers) {
    const frequency = Math.min(frequencies[number] ?? 0, largestFrequency);
    terms.set(term, frequency);
    length += frequency;
  }
  const names = [...numbers.keys()];
  const phrases = new Map<string, number>();
  for (const [phrase, count] of phraseCounts) {
    if (which === 'salient' && count < 2 && !naming.has(phrase)) continue;
    const first = names[Math.floor(phrase / phraseBase)];
    phrases.set(`${first} ${names[phrase % phraseBase]}`, Math.min(count, largestFrequency));
  }
  return { terms, phrases, length: Math.min(length, 65_535) };
}

/** More terms than any text has. */
const phraseBase = 2 ** 26;

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
