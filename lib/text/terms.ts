/**
 * Text to terms: the one normalization that index, search and topics share.
 */
import stem from 'wink-porter2-stemmer';
import { plainText } from './plain-text.ts';
import { stopWords } from './stop-words.ts';

/** A word of a text and where it stands in the text it was read from. */
export interface Word {
  /** As it stands there. */
  text: string;
  start: number;
  end: number;
}

/**
 * Beginnings that authors write with or without a hyphen: "auto-regressive" and "autoregressive" are
 * one word. Other hyphens part words: "text-to-image".
 */
const joinedPrefixes =
  'anti|auto|bi|co|hyper|inter|intra|micro|multi|nano|neuro|non|pre|pseudo|re|semi|spatio|sub|un';
const joinedPrefixSet: ReadonlySet<string> = new Set(joinedPrefixes.split('|'));
const wordPattern = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:${joinedPrefixes})[-‐‑](?=\\p{L}{3}))?[\\p{L}\\p{N}\\p{M}]+(?:['’]\\p{L}+)?`,
  'giu',
);

/** Whether a beginning, in lower case, is one with what follows its hyphen. */
export const isJoinedPrefix = (text: string): boolean => joinedPrefixSet.has(text);

/** Scripts written without spaces between words: every two neighbors count as a word. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]+|[^\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]+/gu;
const isUnspaced = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u;

/**
 * Words of a text with their positions; hyphens and punctuation part words. A run of Chinese or
 * Japanese characters gives every two neighbors, which overlap.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0];
    // Below U+2E80 there is no such script: the usual case, told without a regular expression.
    if (/^[\0-\u2e7f]*$/.test(word)) {
      words.push({ text: word, start: match.index, end: match.index + word.length });
      continue;
    }
    for (const piece of word.matchAll(unspaced)) {
      const start = match.index + piece.index;
      if (isUnspaced.test(piece[0])) words.push(...neighbors(piece[0], start));
      else words.push({ text: piece[0], start, end: start + piece[0].length });
    }
  }
  return words;
}

/** Every two neighboring characters of a run; the run itself when it is one character. */
function neighbors(run: string, start: number): Word[] {
  const starts: number[] = [];
  let at = 0;
  for (const character of run) {
    starts.push(at);
    at += character.length;
  }
  starts.push(at);
  const pairs: Word[] = [];
  for (let i = 0; i + 1 < Math.max(2, starts.length - 1); i++) {
    const from = starts[i] ?? 0;
    const to = starts[i + 2] ?? at;
    pairs.push({ text: run.slice(from, to), start: start + from, end: start + to });
  }
  return pairs;
}

/** What one word comes to. */
export interface AnalyzedWord {
  /** Lower case, without diacritics, hyphen and possessive `'s`. */
  folded: string;
  /** Its Porter2 stem, or all of it where it has digits; null for a stop word or a lone letter. */
  term: string | null;
}

const readings = new Map<string, AnalyzedWord>();
const rememberedReadings = 100_000;

/** The folded form and the term of a word. */
export function analyzeWord(word: string): AnalyzedWord {
  const known = readings.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  // A lone digit or Chinese or Japanese character is a term, a lone letter is not.
  const alone = folded.length < 2 && !/\d/.test(folded) && !isUnspaced.test(folded);
  const term = alone || stopWords.has(folded) ? null : stemOf(folded);
  const reading = { folded, term };
  if (readings.size >= rememberedReadings) readings.clear();
  readings.set(word, reading);
  return reading;
}

/** Digits are no endings of English, and the stemmer writes "3" for one kind of "y". */
const stemOf = (folded: string): string => (/\p{N}/u.test(folded) ? folded : stem(folded));

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[-‐‑]|['’]s?$|['’](?=\p{L})/gu, '');
}

/** A word in lower case, without diacritics, hyphen and possessive `'s`. */
export const foldedWord = (word: string): string => analyzeWord(word).folded;

/**
 * The term of one word: folded, Porter2 stem unless it has digits. Null for a stop word or a lone letter (a lone digit or
 * Chinese or Japanese character is a term).
 */
export const termOf = (word: string): string | null => analyzeWord(word).term;

/** Words of a text as they stand in it; TeX and markup are read as plain text. */
export function textWords(text: string): string[] {
  return wordsOf(plainText(text)).map((word) => word.text);
}

/** Terms of a text in order, stop words left out; TeX and markup are read as plain text. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const word of textWords(text)) {
    const term = termOf(word);
    if (term !== null) terms.push(term);
  }
  return terms;
}
