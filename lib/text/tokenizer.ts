/**
 * Splits texts into numbered words, for building an index: the words of `wordsOf`, each spelling
 * analyzed once. Nearly all text is ASCII and is read by character codes, without a string per word.
 */
import { FNV_OFFSET_BASIS, FNV_PRIME } from './fnv.ts';
import { mayHaveMarkup, plainText } from './plain-text.ts';
import { resizeArray } from './resize-array.ts';
import { analyzeWord, isJoinedPrefix, wordsOf } from './terms.ts';

const apostrophe = 39;
const hyphen = 45;
/** Set in lower-case letters, digits, hyphen and apostrophe: `code | lowerCaseBit` folds ASCII case. */
const lowerCaseBit = 32;

const letter = 1;
const digit = 2;
const space = 4;
const kinds = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) kinds[code] = letter;
  else if (/\d/.test(character)) kinds[code] = digit;
  else if (/\s/.test(character)) kinds[code] = space;
}
const inWord = letter | digit;

const maxPrefixLength = 6;

/**
 * Numbers spellings and terms in order of first occurrence. `read` stores the numbers of a text's
 * words in `words`; `folded` and `terms` are the texts of the numbers.
 */
export class Tokenizer {
  /** The number of each word's spelling, in order. */
  words = new Int32Array(1_024);
  /** The start and end of each word in `text`. */
  starts = new Int32Array(1_024);
  ends = new Int32Array(1_024);
  /** The plain text that was read last. */
  text = '';
  /** The number of each spelling's term; -1 for a stop word and a lone letter. */
  termOf = new Int32Array(1_024);
  /** The folded form of each spelling; two spellings may have the same. */
  readonly folded: string[] = [];
  readonly terms: string[] = [];

  readonly #termNumbers = new Map<string, number>();
  /** The numbers of spellings that are not ASCII. */
  readonly #otherSpellings = new Map<string, number>();
  // ASCII spellings in lower case: an open-addressing hash table into a pool of their characters.
  #slots = new Int32Array(8_192).fill(-1);
  #pool = new Uint8Array(65_536);
  #poolEnd = 0;
  #hashes = new Int32Array(1_024);
  #starts = new Int32Array(1_024);
  #lengths = new Int32Array(1_024);

  /** Reads a text after `plainText`; returns its number of words. */
  read(text: string): number {
    const plain = mayHaveMarkup(text) ? plainText(text) : text;
    this.text = plain;
    if (this.words.length < plain.length) {
      this.words = new Int32Array(2 * plain.length);
      this.starts = new Int32Array(2 * plain.length);
      this.ends = new Int32Array(2 * plain.length);
    }
    let count = 0;
    let at = 0;
    while (at < plain.length) {
      let all = 0;
      let end = at;
      for (; end < plain.length; end++) {
        const code = plain.charCodeAt(end);
        all |= code;
        if (code < 128 && kinds[code] === space) break;
      }
      // No word crosses white space, so a character outside ASCII slows down only its own word.
      count =
        all < 128 ? this.#readAscii(plain, at, end, count) : this.#readAny(plain, at, end, count);
      at = end + 1;
    }
    return count;
  }

  #readAny(text: string, from: number, end: number, count: number): number {
    let next = count;
    for (const { text: word, start, end: stop } of wordsOf(text.slice(from, end))) {
      let number = this.#otherSpellings.get(word);
      if (number === undefined) {
        number = this.#addSpelling(word);
        this.#otherSpellings.set(word, number);
      }
      this.starts[next] = from + start;
      this.ends[next] = from + stop;
      this.words[next++] = number;
    }
    return next;
  }

  #readAscii(text: string, from: number, end: number, count: number): number {
    let next = count;
    let at = from;
    while (at < end) {
      if (((kinds[text.charCodeAt(at)] as number) & inWord) === 0) {
        at++;
        continue;
      }
      const start = at;
      at = wordEnd(text, at, end);
      if (at < end && text.charCodeAt(at) === hyphen && joinsPrefix(text, start, at, end)) {
        at = wordEnd(text, at + 1, end);
      }
      if (
        at + 1 < end &&
        text.charCodeAt(at) === apostrophe &&
        kinds[text.charCodeAt(at + 1)] === letter
      ) {
        at++;
        while (at < end && kinds[text.charCodeAt(at)] === letter) at++;
      }
      this.starts[next] = start;
      this.ends[next] = at;
      this.words[next++] = this.#spelling(text, start, at);
    }
    return next;
  }

  /** The number of an ASCII spelling, in any case. */
  #spelling(text: string, start: number, end: number): number {
    let hash: number = FNV_OFFSET_BASIS;
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ (text.charCodeAt(i) | lowerCaseBit), FNV_PRIME);
    }
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number < 0) break;
      if (this.#hashes[number] === hash && this.#hasText(number, text, start, end)) return number;
      slot = (slot + 1) & mask;
    }
    const number = this.#addSpelling(text.slice(start, end).toLowerCase());
    this.#storeText(number, hash, text, start, end);
    this.#slots[slot] = number;
    if (this.folded.length * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #hasText(number: number, text: string, start: number, end: number): boolean {
    if (this.#lengths[number] !== end - start) return false;
    let at = this.#starts[number] as number;
    for (let i = start; i < end; i++) {
      if (this.#pool[at++] !== (text.charCodeAt(i) | lowerCaseBit)) return false;
    }
    return true;
  }

  #storeText(number: number, hash: number, text: string, start: number, end: number): void {
    if (this.#poolEnd + end - start > this.#pool.length) {
      this.#pool = resizeArray(this.#pool, 2 * this.#pool.length + end - start);
    }
    this.#hashes[number] = hash;
    this.#starts[number] = this.#poolEnd;
    this.#lengths[number] = end - start;
    for (let i = start; i < end; i++) {
      this.#pool[this.#poolEnd++] = text.charCodeAt(i) | lowerCaseBit;
    }
  }

  /** Numbers a new spelling. */
  #addSpelling(word: string): number {
    const number = this.folded.length;
    const { folded, term } = analyzeWord(word);
    this.folded.push(folded);
    if (number === this.termOf.length) {
      const size = 2 * number;
      this.termOf = resizeArray(this.termOf, size);
      this.#hashes = resizeArray(this.#hashes, size);
      this.#starts = resizeArray(this.#starts, size);
      this.#lengths = resizeArray(this.#lengths, size);
    }
    // Length 0 marks spellings that are not in the pool.
    this.#lengths[number] = 0;
    this.termOf[number] = term === null ? -1 : this.#termNumber(term);
    return number;
  }

  #termNumber(term: string): number {
    let number = this.#termNumbers.get(term);
    if (number === undefined) {
      number = this.terms.length;
      this.#termNumbers.set(term, number);
      this.terms.push(term);
    }
    return number;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.folded.length; number++) {
      if (this.#lengths[number] === 0) continue;
      let slot = (this.#hashes[number] as number) & mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number;
    }
  }
}

function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && ((kinds[text.charCodeAt(at)] as number) & inWord) !== 0) at++;
  return at;
}

/** Whether the hyphen at `at` follows a joined prefix and precedes three letters. */
function joinsPrefix(text: string, start: number, at: number, end: number): boolean {
  if (at - start > maxPrefixLength || at + 3 >= end) return false;
  for (let i = at + 1; i < at + 4; i++) if (kinds[text.charCodeAt(i)] !== letter) return false;
  return isJoinedPrefix(text.slice(start, at).toLowerCase());
}
