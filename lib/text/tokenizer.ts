/**
 * Texts to numbers of words, for building an index: the words of `wordsOf`, each spelling looked at
 * once. Nearly all text is ASCII and is read by its character codes, without a string for each word.
 */
import { plainText } from './plain-text.ts';
import { analyzeWord, isJoinedPrefix, wordsOf } from './terms.ts';

const apostrophe = 39;
const hyphen = 45;
/** Letters and digits of ASCII have this bit in lower case, as hyphen and apostrophe have. */
const lowerCase = 32;

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

const longestPrefix = 6;
const markup = /[\\$<{}&~\u200b-\u200d]/;

/**
 * Numbers spellings and terms in the order they are met. `read` leaves its words in `words`;
 * `terms` and `folded` say what the numbers stand for.
 */
export class Tokenizer {
  /** Numbers of the spellings that `read` found, in order. */
  words = new Int32Array(1_024);
  /** Where each of these words begins and ends in `text`. */
  starts = new Int32Array(1_024);
  ends = new Int32Array(1_024);
  /** What `read` read: the text as plain text. */
  text = '';
  /** Number of the term of each spelling; -1 for a stop word or a lone letter. */
  termOf = new Int32Array(1_024);
  /** Folded form of each spelling; two spellings may share one. */
  readonly folded: string[] = [];
  readonly terms: string[] = [];

  readonly #termNumbers = new Map<string, number>();
  /** Spellings that are not plain ASCII. */
  readonly #others = new Map<string, number>();
  // ASCII spellings in lower case: an open-addressing table into a pool of their characters.
  #slots = new Int32Array(8_192).fill(-1);
  #pool = new Uint8Array(65_536);
  #poolEnd = 0;
  #hashes = new Int32Array(1_024);
  #starts = new Int32Array(1_024);
  #lengths = new Int32Array(1_024);

  /** Reads a text; TeX and markup are read as plain text. Answers how many words it has. */
  read(text: string): number {
    const plain = markup.test(text) ? plainText(text) : text;
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
      // Words never reach across white space, so one odd character costs no more than its own word.
      count = all < 128 ? this.#ascii(plain, at, end, count) : this.#any(plain, at, end, count);
      at = end + 1;
    }
    return count;
  }

  #any(text: string, from: number, end: number, count: number): number {
    let next = count;
    for (const { text: word, start, end: stop } of wordsOf(text.slice(from, end))) {
      let number = this.#others.get(word);
      if (number === undefined) {
        number = this.#number(word);
        this.#others.set(word, number);
      }
      this.starts[next] = from + start;
      this.ends[next] = from + stop;
      this.words[next++] = number;
    }
    return next;
  }

  #ascii(text: string, from: number, end: number, count: number): number {
    let next = count;
    let at = from;
    while (at < end) {
      if (((kinds[text.charCodeAt(at)] as number) & inWord) === 0) {
        at++;
        continue;
      }
      const start = at;
      at = wordEnd(text, at, end);
      if (at < end && text.charCodeAt(at) === hyphen && isJoined(text, start, at, end)) {
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

  /** Number of an ASCII spelling, whatever its case. */
  #spelling(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ (text.charCodeAt(i) | lowerCase), 0x01000193);
    }
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number < 0) break;
      if (this.#hashes[number] === hash && this.#is(number, text, start, end)) return number;
      slot = (slot + 1) & mask;
    }
    const number = this.#number(text.slice(start, end).toLowerCase());
    this.#keep(number, hash, text, start, end);
    this.#slots[slot] = number;
    if (this.folded.length * 2 > this.#slots.length) this.#widen();
    return number;
  }

  #is(number: number, text: string, start: number, end: number): boolean {
    if (this.#lengths[number] !== end - start) return false;
    let at = this.#starts[number] as number;
    for (let i = start; i < end; i++) {
      if (this.#pool[at++] !== (text.charCodeAt(i) | lowerCase)) return false;
    }
    return true;
  }

  #keep(number: number, hash: number, text: string, start: number, end: number): void {
    if (this.#poolEnd + end - start > this.#pool.length) {
      const larger = new Uint8Array(2 * this.#pool.length + end - start);
      larger.set(this.#pool);
      this.#pool = larger;
    }
    this.#hashes[number] = hash;
    this.#starts[number] = this.#poolEnd;
    this.#lengths[number] = end - start;
    for (let i = start; i < end; i++) {
      this.#pool[this.#poolEnd++] = text.charCodeAt(i) | lowerCase;
    }
  }

  /** A number for a new spelling. */
  #number(word: string): number {
    const number = this.folded.length;
    const { folded, term } = analyzeWord(word);
    this.folded.push(folded);
    if (number === this.termOf.length) {
      this.termOf = doubled(this.termOf);
      this.#hashes = doubled(this.#hashes);
      this.#starts = doubled(this.#starts);
      this.#lengths = doubled(this.#lengths);
    }
    // No ASCII spelling has the length 0 of those that are kept elsewhere.
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

  #widen(): void {
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

/** Whether the hyphen at `at` stands after a joined prefix and before three letters. */
function isJoined(text: string, start: number, at: number, end: number): boolean {
  if (at - start > longestPrefix || at + 3 >= end) return false;
  for (let i = at + 1; i < at + 4; i++) if (kinds[text.charCodeAt(i)] !== letter) return false;
  return isJoinedPrefix(text.slice(start, at).toLowerCase());
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
