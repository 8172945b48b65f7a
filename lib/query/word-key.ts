/** Keys by which words are compared: stems for text, folded words for names. */
import { foldedWord, termOf, textWords } from '../text/terms.ts';

/**
 * The key that two words share when they match in a phrase: the stem, or for a stop word its folded
 * form, so that "mixture of experts" does not match "mixture and experts".
 */
export function wordKey(word: string): string {
  return termOf(word) ?? foldedWord(word);
}

/** The keys of all words of a text, in order, after `plainText`. */
export function wordKeysOf(text: string): string[] {
  return textWords(text).map(wordKey);
}

/** The folded words of a name, in order. */
export function nameWordsOf(name: string): string[] {
  return textWords(name).map(foldedWord);
}

/** The first position from `from` on at which `keys` contains `phrase` without a gap; -1 if there is none. */
export function positionOf(phrase: readonly string[], keys: readonly string[], from = 0): number {
  const [first] = phrase;
  if (first === undefined) return -1;
  for (let at = keys.indexOf(first, from); at >= 0; at = keys.indexOf(first, at + 1)) {
    if (at + phrase.length > keys.length) return -1;
    if (phrase.every((key, offset) => keys[at + offset] === key)) return at;
  }
  return -1;
}
