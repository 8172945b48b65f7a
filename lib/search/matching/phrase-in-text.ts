/**
 * Looks a phrase up in a raw text without tokenizing it: between two keystrokes there are thousands
 * of abstracts to check.
 */
import { wordKey } from '../../query/word-key.ts';
import { plainText } from '../../text/plain-text.ts';
import { foldedWord, isJoinedPrefix, wordsOf } from '../../text/terms.ts';
import { stemPrefix } from '../query/stem-prefix.ts';

/** A phrase, prepared once for many texts. */
interface PhraseMatcher {
  /** What each word must share with the text's word. */
  keys: readonly string[];
  /** Letters with which a word of the first key can begin, also as written with a hyphen. */
  starts: readonly string[];
  /** Letters that are enough as the beginning of the last word; null when it is complete. */
  prefix: string | null;
}

/** Compares words by `keyOf`: `wordKey` (stems) for text, `foldedWord` for names. */
export function phraseMatcher(
  words: readonly string[],
  isPrefix: boolean,
  keyOf: (word: string) => string,
): PhraseMatcher {
  const [first = ''] = words;
  const last = foldedWord(words.at(-1) ?? '');
  const firstStart = keyOf === wordKey ? stemPrefix(first) : foldedWord(first);
  return {
    keys: words.map(keyOf),
    starts: [...spellings(isPrefix && words.length === 1 ? last : firstStart)],
    prefix: isPrefix ? last : null,
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

/** UTF-16 units of text read per word of the phrase; longer than nearly any word. */
const unitsPerWord = 48;

/** Whether the text has the phrase: complete words, in order, only punctuation between them. */
export function phraseIn(text: string, phrase: PhraseMatcher, keyOf = wordKey): boolean {
  const folded = foldedText(text);
  for (const start of phrase.starts) {
    for (let at = folded.indexOf(start); at >= 0; at = folded.indexOf(start, at + 1)) {
      if (at > 0 && wordCharacter.test(folded.charAt(at - 1))) continue;
      if (isPhraseAt(folded, at, phrase, keyOf)) return true;
      if (start === '') return false;
    }
  }
  return false;
}

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const [apostrophe, hyphen] = [39, 45];
/** Whether only the tokenizer can decide if a character belongs to a word. */
const isAmbiguous = (code: number): boolean =>
  code === apostrophe || code === hyphen || code >= 128;

function isPhraseAt(
  text: string,
  at: number,
  { keys, prefix }: PhraseMatcher,
  keyOf: (word: string) => string,
): boolean {
  const matches = (word: string, number: number) =>
    keyOf(word) === keys[number] ||
    (prefix !== null && number === keys.length - 1 && foldedWord(word).startsWith(prefix));
  // The usual case, plain ASCII letters, is decided without the tokenizer.
  let isPlain = !isAmbiguous(text.charCodeAt(at - 1));
  let end = at;
  for (let number = 0; isPlain && number < keys.length; number++) {
    const start = end;
    while (isWordCode(text.charCodeAt(end))) end += 1;
    isPlain = !isAmbiguous(text.charCodeAt(end));
    if (!isPlain) break;
    if (start === end || !matches(text.slice(start, end), number)) return false;
    if (number === keys.length - 1) return true;
    for (; end < text.length && !isWordCode(text.charCodeAt(end)); end++) {
      if (isAmbiguous(text.charCodeAt(end))) isPlain = false;
    }
  }
  return isPhraseAtToken(text, at, keys.length, matches);
}

function isPhraseAtToken(
  text: string,
  at: number,
  count: number,
  matches: (word: string, number: number) => boolean,
): boolean {
  // From the space before: only then does the tokenizer see that "pre-training" is one word.
  const from = text.lastIndexOf(' ', at) + 1;
  const words = wordsOf(text.slice(from, at + unitsPerWord * count));
  const first = words.findIndex(({ start }) => start === at - from);
  if (first < 0) return false;
  for (let number = 0; number < count; number++) {
    const word = words[first + number]?.text;
    if (word === undefined || !matches(word, number)) return false;
  }
  return true;
}

/** Lower case without diacritics or markup; fast for ASCII, the common case. */
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
