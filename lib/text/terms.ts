/** Splits text into words and stems them into terms: the analysis that index, search and topics share. */
import stem from 'wink-porter2-stemmer';
import { plainText } from './plain-text.ts';
import { stopWords } from './stop-words.ts';

/** A word and its position in a text, in UTF-16 units. */
export interface Word {
  /** As written. */
  text: string;
  start: number;
  end: number;
}

/**
 * Prefixes that authors write with or without a hyphen: "auto-regressive" and "autoregressive" are
 * one word. Other hyphens separate words: "text-to-image".
 */
const joinedPrefixes =
  'anti|auto|bi|co|hyper|inter|intra|micro|multi|nano|neuro|non|pre|pseudo|re|semi|spatio|sub|un';
const joinedPrefixSet: ReadonlySet<string> = new Set(joinedPrefixes.split('|'));
const wordPattern = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:${joinedPrefixes})[-‐‑](?=\\p{L}{3}))?[\\p{L}\\p{N}\\p{M}]+(?:['’]\\p{L}+)?`,
  'giu',
);

/** Whether a lower-case prefix forms one word with what follows its hyphen. */
export const isJoinedPrefix = (text: string): boolean => joinedPrefixSet.has(text);

/** Scripts without spaces between words: each two neighboring characters (a bigram) are a word. */
const scriptRuns =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]+|[^\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]+/gu;
const isUnspaced = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u;

/**
 * The words of a text with their positions; hyphens and punctuation separate words. A run of Chinese
 * or Japanese characters becomes its overlapping bigrams.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0];
    // No character below U+2E80 is of an unspaced script.
    if (/^[\0-\u2e7f]*$/.test(word)) {
      words.push({ text: word, start: match.index, end: match.index + word.length });
      continue;
    }
    for (const piece of word.matchAll(scriptRuns)) {
      const start = match.index + piece.index;
      if (isUnspaced.test(piece[0])) words.push(...bigrams(piece[0], start));
      else words.push({ text: piece[0], start, end: start + piece[0].length });
    }
  }
  return words;
}

/** Each two neighboring characters of a run; the run itself when it is one character. */
function bigrams(run: string, start: number): Word[] {
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

interface AnalyzedWord {
  /** Lower case, without diacritics, hyphen and possessive `'s`. */
  folded: string;
  /** Its Porter2 stem, or all of it when it has digits; null for a stop word and a lone letter. */
  term: string | null;
}

const cache = new Map<string, AnalyzedWord>();
const maxCachedWords = 100_000;

/** The folded form and the term of a word. Cached, because stemming is slow. */
export function analyzeWord(word: string): AnalyzedWord {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  // A lone letter is no term; a lone digit, Chinese or Japanese character is.
  const isLetter = folded.length < 2 && !/\d/.test(folded) && !isUnspaced.test(folded);
  const term = isLetter || stopWords.has(folded) ? null : stemOf(folded);
  const analyzed = { folded, term };
  if (cache.size >= maxCachedWords) cache.clear();
  cache.set(word, analyzed);
  return analyzed;
}

/** Words with digits have no English endings, and the stemmer writes "3" for one kind of "y". */
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

/** The term of a word; null for a stop word and a lone letter. */
export const termOf = (word: string): string | null => analyzeWord(word).term;

/** The words of a text as written, after `plainText`. */
export function textWords(text: string): string[] {
  return wordsOf(plainText(text)).map((word) => word.text);
}

/** The terms of a text in order, after `plainText`. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const word of textWords(text)) {
    const term = termOf(word);
    if (term !== null) terms.push(term);
  }
  return terms;
}
