/**
 * What search needs of the index over titles and abstracts.
 */
import type { PaperId } from '../../paper/paper.ts';

/** How a word of a paper answers a word of the query; earlier is better. */
export type How = 'exact' | 'prefix' | 'similar';

export interface WordMatch {
  id: PaperId;
  /** How much the paper is about the word; BM25 in the index's own scale, above 0. */
  weight: number;
  how: How;
}

export interface WordIndex {
  /**
   * Papers with a word: `exact` has its stem, `prefix` (when asked) begins with it, `similar` is
   * at most `edits` letters away. At most one match a paper, its best.
   */
  match(word: string, how: { prefix: boolean; edits: 0 | 1 | 2 }): Promise<WordMatch[]>;
}

export const ranks: Readonly<Record<How, number>> = { exact: 0, prefix: 1, similar: 2 };

/**
 * Typos tolerated in a word: none up to four letters (nearly every such word is near another real
 * one) and none in words with digits (GPT-4 is not GPT-5), one up to seven, two beyond.
 */
export function editsFor(word: string): 0 | 1 | 2 {
  const letters = [...word].length;
  if (letters <= 4 || /\p{N}/u.test(word)) return 0;
  return letters <= 7 ? 1 : 2;
}
