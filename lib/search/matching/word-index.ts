/**
 * What search needs of the index of titles and abstracts: the port that `RelatedIndex` implements.
 */
import type { MatchKind, MatchOptions, WordMatch } from '../../index/ranking/match-words.ts';
import type { PaperId } from '../../paper/paper.ts';

export interface WordIndex {
  /**
   * Papers with a word: `exact` has its stem, `prefix` (when asked) begins with it, `similar` is
   * at most `edits` edits away. At most one match per paper, its best.
   */
  match(word: string, how: MatchOptions): Promise<WordMatch[]>;
}

/** Papers with one word, each by its best match. */
export type Matches = ReadonlyMap<PaperId, WordMatch>;

/** The kinds of matches in order, best first. */
export const matchRanks: Readonly<Record<MatchKind, number>> = { exact: 0, prefix: 1, similar: 2 };

/**
 * Typos tolerated in a word: none up to four letters (nearly every such word is near another real
 * one) and none in words with digits (GPT-4 is not GPT-5), one up to seven, two beyond.
 */
export function editsFor(word: string): 0 | 1 | 2 {
  const letters = [...word].length;
  if (letters <= 4 || /\p{N}/u.test(word)) return 0;
  return letters <= 7 ? 1 : 2;
}
