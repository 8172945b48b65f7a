/**
 * Words as they are compared: by stem for meaning, by letters for names and half words.
 */
import { foldedWord, termOf, textWords } from '../text/terms.ts';

/**
 * What two words must share to be the same word of a phrase: the stem, or, for a word too common
 * to have one, its letters (so that "mixture of experts" is not "mixture and experts").
 */
export function wordKey(word: string): string {
  return termOf(word) ?? foldedWord(word);
}

/** Keys of all words of a text, in order; TeX and markup are read as plain text. */
export function wordKeysOf(text: string): string[] {
  return textWords(text).map(wordKey);
}

/** Folded words of a name, in order. */
export function nameWordsOf(name: string): string[] {
  return textWords(name).map(foldedWord);
}

/** Position at which `sought` stands in `keys` without a gap, from `from` on; -1 when nowhere. */
export function positionOf(sought: readonly string[], keys: readonly string[], from = 0): number {
  const [first] = sought;
  if (first === undefined) return -1;
  for (let at = keys.indexOf(first, from); at >= 0; at = keys.indexOf(first, at + 1)) {
    if (at + sought.length > keys.length) return -1;
    if (sought.every((key, offset) => keys[at + offset] === key)) return at;
  }
  return -1;
}
