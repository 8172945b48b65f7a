/**
 * Looks a phrase up in a raw text without reading all its words: thousands of abstracts must be
 * asked between two keystrokes.
 */
import { wordKey } from '../query/word-key.ts';
import { plainText } from '../text/plain-text.ts';
import { foldedWord, wordsOf } from '../text/terms.ts';
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

const wordCharacter = /[\p{L}\p{N}]/u;

/** A window on the text as long as any phrase word is likely to be, for each word. */
const wordRoom = 48;

/** Whether the phrase stands in the text: whole words, in order, nothing but punctuation between. */
export function phraseIn(text: string, look: PhraseLook, keyOf = wordKey): boolean {
  const plain = foldedText(text);
  for (const start of spellings(look.start, plain)) {
    for (let at = plain.indexOf(start); at >= 0; at = plain.indexOf(start, at + 1)) {
      if (at > 0 && wordCharacter.test(plain.charAt(at - 1))) continue;
      if (standsAt(plain, at, look, keyOf)) return true;
      if (start === '') return false;
    }
  }
  return false;
}

/** A word may be written with a hyphen after its first few letters: "pre-training". */
function* spellings(start: string, text: string): Generator<string> {
  yield start;
  if (!text.includes('-')) return;
  for (let at = 2; at <= 6 && at < start.length; at++) {
    yield `${start.slice(0, at)}-${start.slice(at)}`;
  }
}

function standsAt(
  text: string,
  at: number,
  { keys, begun }: PhraseLook,
  keyOf: (word: string) => string,
): boolean {
  // From the space before: only so is "training" in "pre-training" seen to be no word.
  const from = text.lastIndexOf(' ', at) + 1;
  const words = wordsOf(text.slice(from, at + wordRoom * keys.length));
  const first = words.findIndex(({ start }) => start === at - from);
  if (first < 0) return false;
  return keys.every((key, number) => {
    const word = words[first + number]?.text;
    if (word === undefined) return false;
    if (keyOf(word) === key) return true;
    return begun !== null && number === keys.length - 1 && foldedWord(word).startsWith(begun);
  });
}

/** Lower case without diacritics or markup; plain ASCII prose, the common case, costs little. */
function foldedText(text: string): string {
  const plain = /[\\<&$\u200b-\u200d]/.test(text) ? plainText(text) : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII.
  if (/^[\x00-\x7f]*$/.test(plain)) return plain.toLowerCase();
  return plain
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[‐‑]/g, '-')
    .toLowerCase();
}
