/**
 * What the index sees of a text: weighted terms, their sum (the length), and its phrases.
 */
import { Tokenizer } from '../../text/tokenizer.ts';
import type { IndexedPaper } from '../indexed-paper.ts';
import { largestFrequency } from '../segments/postings.ts';
import { TermCounts } from '../segments/term-counts.ts';

/** Largest length kept. */
export const longestLength = 65_535;

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

/** Spellings kept from one query to the next. */
const rememberedSpellings = 50_000;
let counts = new TermCounts();

/** The user of queries: what it has met before it need not look at again. */
export function queryReader(): Tokenizer {
  if (counts.reader.folded.length > rememberedSpellings) counts = new TermCounts(new Tokenizer());
  return counts.reader;
}

/**
 * Weighted terms of a text in fields, with all its phrases or with the salient ones: those that
 * stand in the title, in a key term, or twice.
 */
export function termVector(
  paper: Pick<IndexedPaper, 'title' | 'abstract' | 'keyTerms'>,
  which: 'all' | 'salient',
): TermVector {
  queryReader();
  counts.count(paper);
  const names = counts.reader.terms;
  const terms = new Map<string, number>();
  let length = 0;
  for (const term of counts.terms) {
    const frequency = Math.min(counts.frequencies[term] ?? 0, largestFrequency);
    terms.set(names[term] ?? '', frequency);
    length += frequency;
  }
  const phrases = new Map<string, number>();
  counts.firsts.forEach((first, pair) => {
    if (which === 'salient' && !isSalient(counts, pair)) return;
    const phrase = `${names[first]} ${names[counts.seconds[pair] ?? 0]}`;
    phrases.set(phrase, Math.min(counts.pairCounts[pair] ?? 0, largestFrequency));
  });
  return { terms, phrases, length: Math.min(length, longestLength) };
}

/** Whether a paper's pair of terms says what the paper is about. */
export function isSalient({ pairNames, pairCounts }: TermCounts, pair: number): boolean {
  return pairNames[pair] === true || (pairCounts[pair] ?? 0) > 1;
}
