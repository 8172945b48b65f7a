/**
 * How often a paper has each term, and each two neighboring terms. Works with numbers, because
 * building an index does this for every paper: no string and no map for each.
 */
import { resizeArray } from '../../text/resize-array.ts';
import { Tokenizer } from '../../text/tokenizer.ts';
import type { IndexedPaper } from '../indexed-paper.ts';

/** The weight of an occurrence in each field. docs/ranking.md compares other weights. */
const fieldWeights = { title: 1, abstract: 1, keyTerms: 1 };

/** First size of the hash table of pairs, which doubles when more than half full. */
const minSlots = 2_048;

/** Counts one paper at a time; the public fields hold its counts until the next. */
export class TermCounts {
  readonly tokenizer: Tokenizer;
  /** Numbers of the paper's terms, each once, in order of first occurrence. */
  terms: number[] = [];
  /** Weighted occurrences, by number of the term. */
  frequencies = new Int32Array(1_024);
  /** Pairs of different terms that follow each other, each once: first, second and how often. */
  firsts: number[] = [];
  seconds: number[] = [];
  pairCounts: number[] = [];
  /** Whether a pair occurs in the title or in a key term. */
  pairIsName: boolean[] = [];
  /** Numbers of the spellings of the title. */
  titleWords: number[] = [];

  #slots = new Int32Array(minSlots).fill(-1);
  #usedSlots: number[] = [];

  constructor(tokenizer = new Tokenizer()) {
    this.tokenizer = tokenizer;
  }

  count({ title, abstract, keyTerms }: Pick<IndexedPaper, 'title' | 'abstract' | 'keyTerms'>) {
    this.#clear();
    const words = this.#countText(title, fieldWeights.title, true);
    for (let i = 0; i < words; i++) this.titleWords.push(this.tokenizer.words[i] as number);
    this.#countText(abstract, fieldWeights.abstract, false);
    for (const keyTerm of keyTerms) this.#countText(keyTerm, fieldWeights.keyTerms, true);
  }

  #clear(): void {
    for (const term of this.terms) this.frequencies[term] = 0;
    for (const slot of this.#usedSlots) this.#slots[slot] = -1;
    this.terms = [];
    this.firsts = [];
    this.seconds = [];
    this.pairCounts = [];
    this.pairIsName = [];
    this.titleWords = [];
    this.#usedSlots = [];
  }

  /** Adds the terms and pairs of a text; returns its number of words. */
  #countText(text: string, weight: number, isName: boolean): number {
    const { tokenizer } = this;
    const count = tokenizer.read(text);
    if (this.frequencies.length < tokenizer.terms.length) {
      this.frequencies = resizeArray(this.frequencies, 2 * tokenizer.terms.length);
    }
    const { words, termOf } = tokenizer;
    const { frequencies, terms } = this;
    let before = -1;
    for (let i = 0; i < count; i++) {
      const term = termOf[words[i] as number] as number;
      if (term < 0) continue;
      const known = frequencies[term] as number;
      if (known === 0) terms.push(term);
      frequencies[term] = known + weight;
      if (before >= 0 && before !== term) this.#countPair(before, term, isName);
      before = term;
    }
    return count;
  }

  #countPair(first: number, second: number, isName: boolean): void {
    const mask = this.#slots.length - 1;
    let slot = hashOf(first, second) & mask;
    for (;;) {
      const pair = this.#slots[slot] as number;
      if (pair < 0) break;
      if (this.firsts[pair] === first && this.seconds[pair] === second) {
        this.pairCounts[pair] = (this.pairCounts[pair] as number) + 1;
        if (isName) this.pairIsName[pair] = true;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.firsts.length;
    this.#usedSlots.push(slot);
    this.firsts.push(first);
    this.seconds.push(second);
    this.pairCounts.push(1);
    this.pairIsName.push(isName);
    if (this.firsts.length * 2 > this.#slots.length) this.#rehash();
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
    const mask = this.#slots.length - 1;
    this.#usedSlots = this.firsts.map((first, pair) => {
      let slot = hashOf(first, this.seconds[pair] as number) & mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = pair;
      return slot;
    });
  }
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
