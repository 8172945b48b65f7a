/**
 * Looks a phrase up in a raw text without reading all its words: thousands of abstracts must be
 * asked between two keystrokes.
 */
import { wordKey } from '../../query/word-key.ts';
import { plainText } from '../../text/plain-text.ts';
import { foldedWord, isJoinedPrefix, wordsOf } from '../../text/terms.ts';
import { stemPrefix } from '../query/stem-prefix.ts';

/** A phrase, prepared once for many texts. */
export interface PhraseMatcher {
  /** What each word must share with the text's word. */
  keys: readonly string[];
  /** Ways to write the letters with which a word of the first key must begin: with a hyphen too. */
  starts: readonly string[];
  /** Letters that will do for the beginning of the last word; null when it is whole. */
  begun: string | null;
}

/** Compares words by `keyOf`: stems for text, letters for names. */
export function phraseMatcher(
  words: readonly string[],
  begun: boolean,
  keyOf: (word: string) => string,
): PhraseMatcher {
  const [first = ''] = words;
  const keys = words.map(keyOf);
  const last = foldedWord(words.at(-1) ?? '');
  const firstStart = keyOf === wordKey ? stemPrefix(first) : foldedWord(first);
  return {
    keys,
    starts: [...spellings(begun && words.length === 1 ? last : firstStart)],
    begun: begun ? last : null,
  };
}

/** A word may be written with a hyphen after a beginning such as "pre": "pre-training". */
function* spellings(start: string): Generator<string> {
  yield start;
  for (let at = 2; at < start.length; at++) {
    if (isJoinedPrefix(start.slice(0, at))) yield `${start.slice(0, at)}-${start.slice(at)}`;
  }
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** A window on the text as long as any phrase word is likely to be, for each word. */
const wordRoom = 48;

/** Whether the phrase stands in the text: whole words, in order, nothing but punctuation between. */
export function phraseIn(text: string, look: PhraseMatcher, keyOf = wordKey): boolean {
  const plain = foldedText(text);
  for (const start of look.starts) {
    for (let at = plain.indexOf(start); at >= 0; at = plain.indexOf(start, at + 1)) {
      if (at > 0 && wordCharacter.test(plain.charAt(at - 1))) continue;
      if (standsAt(plain, at, look, keyOf)) return true;
      if (start === '') return false;
    }
  }
  return false;
}

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const [apostrophe, hyphen] = [39, 45];
/** Whether a character may belong to a word in more ways than its place tells. */
const isDoubtful = (code: number): boolean => code === apostrophe || code === hyphen || code >= 128;

function standsAt(
  text: string,
  at: number,
  { keys, begun }: PhraseMatcher,
  keyOf: (word: string) => string,
): boolean {
  const holds = (word: string, number: number) =>
    keyOf(word) === keys[number] ||
    (begun !== null && number === keys.length - 1 && foldedWord(word).startsWith(begun));
  // The usual case, plain letters, is told without reading the text around as words.
  let isPlain = !isDoubtful(text.charCodeAt(at - 1));
  let end = at;
  for (let number = 0; isPlain && number < keys.length; number++) {
    const start = end;
    while (isWordCode(text.charCodeAt(end))) end += 1;
    isPlain = !isDoubtful(text.charCodeAt(end));
    if (!isPlain) break;
    if (start === end || !holds(text.slice(start, end), number)) return false;
    if (number === keys.length - 1) return true;
    for (; end < text.length && !isWordCode(text.charCodeAt(end)); end++) {
      if (isDoubtful(text.charCodeAt(end))) isPlain = false;
    }
  }
  return standsAmongWords(text, at, keys.length, holds);
}

function standsAmongWords(
  text: string,
  at: number,
  count: number,
  holds: (word: string, number: number) => boolean,
): boolean {
  // From the space before: only so is "training" in "pre-training" seen to be no word.
  const from = text.lastIndexOf(' ', at) + 1;
  const words = wordsOf(text.slice(from, at + wordRoom * count));
  const first = words.findIndex(({ start }) => start === at - from);
  if (first < 0) return false;
  for (let number = 0; number < count; number++) {
    const word = words[first + number]?.text;
    if (word === undefined || !holds(word, number)) return false;
  }
  return true;
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
