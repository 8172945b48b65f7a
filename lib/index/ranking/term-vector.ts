/** The term vector of a text: weighted terms and phrases, and the text's length. */
import { Tokenizer } from '../../text/tokenizer.ts';
import type { IndexedPaper } from '../indexed-paper.ts';
import { MAX_FREQUENCY } from '../segments/postings.ts';
import { TermCounts } from '../segments/term-counts.ts';

/** The largest length of a document that the index can hold. */
export const MAX_LENGTH = 65_535;

export interface TermVector {
  /** The weighted frequency of each term, 1 to 15. */
  terms: Map<string, number>;
  /**
   * The frequency, 1 to 15, of each phrase: two different terms that follow each other, as `a b`,
   * across stop words and ends of sentences.
   */
  phrases: Map<string, number>;
  /** The sum of the frequencies of the terms, at most 65,535. */
  length: number;
}

/** Spellings that the shared tokenizer may keep between queries. */
const maxSpellings = 50_000;
let counts = new TermCounts();

/** The tokenizer that all queries share, so that it looks up each spelling once. */
export function queryTokenizer(): Tokenizer {
  if (counts.tokenizer.folded.length > maxSpellings) counts = new TermCounts(new Tokenizer());
  return counts.tokenizer;
}

/** The vector of a text in fields, with all its phrases or only the salient ones. */
export function termVector(
  paper: Pick<IndexedPaper, 'title' | 'abstract' | 'keyTerms'>,
  which: 'all' | 'salient',
): TermVector {
  const names = queryTokenizer().terms;
  counts.count(paper);
  const terms = new Map<string, number>();
  let length = 0;
  for (const term of counts.terms) {
    const frequency = Math.min(counts.frequencies[term] ?? 0, MAX_FREQUENCY);
    terms.set(names[term] ?? '', frequency);
    length += frequency;
  }
  const phrases = new Map<string, number>();
  counts.firsts.forEach((first, pair) => {
    if (which === 'salient' && !isSalient(counts, pair)) return;
    const phrase = `${names[first]} ${names[counts.seconds[pair] ?? 0]}`;
    phrases.set(phrase, Math.min(counts.pairCounts[pair] ?? 0, MAX_FREQUENCY));
  });
  return { terms, phrases, length: Math.min(length, MAX_LENGTH) };
}

/** Whether a pair of terms is about the paper's subject: in the title, in a key term, or twice. */
export function isSalient({ pairIsName, pairCounts }: TermCounts, pair: number): boolean {
  return pairIsName[pair] === true || (pairCounts[pair] ?? 0) > 1;
}
