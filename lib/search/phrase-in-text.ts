/**
 * Looks a phrase up in a raw text without reading all its words: thousands of abstracts must be
 * asked between two keystrokes.
 */
import { wordKey } from '../query/word-key.ts';
import { plainText } from '../text/plain-text.ts';
import { foldedWord } from '../text/terms.ts';
import { stemStart } from './stem-start.ts';

/** A phrase, prepared once for many texts. */
export interface PhraseLook {
  /** What each word must share with the text's word. */
  keys: readonly string[];
  /** Letters with which a word of the first key must begin. */
  start: string;
  /** Letters that will do for the beginning of the last word; null when it is whole. */
  begun: string | null;
}

/** Compares words by `keyOf`: stems for text, letters for names. */
export function phraseLook(
  words: readonly string[],
  begun: boolean,
  keyOf: (word: string) => string,
): PhraseLook {
  const [first = '', ...others] = words;
  const keys = words.map(keyOf);
  const last = foldedWord(words.at(-1) ?? '');
  return {
    keys,
    start:
      begun && others.length === 0
        ? last
        : keyOf === wordKey
          ? stemStart(first)
          : foldedWord(first),
    begun: begun ? last : null,
  };
}

const wordAt = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/uy;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether the phrase stands in the text: whole words, in order, nothing but punctuation between. */
export function phraseIn(text: string, look: PhraseLook, keyOf = wordKey): boolean {
  const plain = foldedText(text);
  for (let at = plain.indexOf(look.start); at >= 0; at = plain.indexOf(look.start, at + 1)) {
    if (at > 0 && wordCharacter.test(plain.charAt(at - 1))) continue;
    if (standsAt(plain, at, look, keyOf)) return true;
    if (look.start === '') return false;
  }
  return false;
}

function standsAt(
  text: string,
  start: number,
  { keys, begun }: PhraseLook,
  keyOf: (word: string) => string,
): boolean {
  let at = start;
  return keys.every((key, number) => {
    while (at < text.length && !wordCharacter.test(text.charAt(at))) at++;
    wordAt.lastIndex = at;
    const word = wordAt.exec(text)?.[0];
    if (word === undefined) return false;
    at += word.length;
    if (keyOf(word) === key) return true;
    return begun !== null && number === keys.length - 1 && word.startsWith(begun);
  });
}

/** Lower case without diacritics or markup; plain ASCII prose, the common case, costs little. */
function foldedText(text: string): string {
  const plain = /[\\<&]/.test(text) ? plainText(text) : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII.
  const ascii = /^[\x00-\x7f]*$/.test(plain);
  return (ascii ? plain : plain.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
}
