/**
 * Text to terms: the one normalisation that index, search and topics share.
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

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

/** Words of a text with their positions; hyphens and punctuation part words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const stems = new Map<string, string>();
const rememberedStems = 50_000;

/** A word in lower case, without diacritics and possessive `'s`. */
export function foldedWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$|['’](?=\p{L})/gu, '');
}

/** The term of one word: folded, Porter2 stem. Null for a stop word or a lone character that is no digit. */
export function termOf(word: string): string | null {
  const known = stems.get(word);
  if (known !== undefined) return known === '' ? null : known;
  const folded = foldedWord(word);
  const term =
    folded.length < 2 && !/\d/.test(folded) ? '' : stopWords.has(folded) ? '' : stem(folded);
  if (stems.size >= rememberedStems) stems.clear();
  stems.set(word, term);
  return term === '' ? null : term;
}

/** Words of a text as they stand in it; TeX and markup are read as plain text. */
export function textWords(text: string): string[] {
  return plainText(text).match(wordPattern) ?? [];
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
