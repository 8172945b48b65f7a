/**
 * How often a paper has each term, and each two terms side by side, in numbers: what building an
 * index does for every paper, without a string or a map for each.
 */
import { Tokenizer } from '../../text/tokenizer.ts';
import type { IndexedPaper } from '../indexed-paper.ts';

/** How much an occurrence counts in each field. docs/ranking.md has what other weights gave. */
const fieldWeights = { title: 1, abstract: 1, keyTerms: 1 };

/** Slots of the table of pairs; a text with more than half as many pairs doubles it. */
const fewestSlots = 2_048;

/** Counts one paper at a time; what it found is there until the next. */
export class TermCounts {
  readonly reader: Tokenizer;
  /** Numbers of the paper's terms, each once, in order of first occurrence. */
  terms: number[] = [];
  /** Weighted occurrences, by number of the term. */
  frequencies = new Int32Array(1_024);
  /** Pairs of different terms that follow each other, each once: first, second and how often. */
  firsts: number[] = [];
  seconds: number[] = [];
  pairCounts: number[] = [];
  /** Whether a pair stands in the title or in a key term. */
  pairNames: boolean[] = [];
  /** Numbers of the spellings of the title. */
  titleWords: number[] = [];

  #slots = new Int32Array(fewestSlots).fill(-1);
  #taken: number[] = [];

  constructor(reader = new Tokenizer()) {
    this.reader = reader;
  }

  count({ title, abstract, keyTerms }: Pick<IndexedPaper, 'title' | 'abstract' | 'keyTerms'>) {
    this.#clear();
    const words = this.#read(title, fieldWeights.title, true);
    for (let i = 0; i < words; i++) this.titleWords.push(this.reader.words[i] as number);
    this.#read(abstract, fieldWeights.abstract, false);
    for (const keyTerm of keyTerms) this.#read(keyTerm, fieldWeights.keyTerms, true);
  }

  #clear(): void {
    for (const term of this.terms) this.frequencies[term] = 0;
    for (const slot of this.#taken) this.#slots[slot] = -1;
    this.terms = [];
    this.firsts = [];
    this.seconds = [];
    this.pairCounts = [];
    this.pairNames = [];
    this.titleWords = [];
    this.#taken = [];
  }

  #read(text: string, weight: number, names: boolean): number {
    const { reader } = this;
    const count = reader.read(text);
    if (this.frequencies.length < reader.terms.length) {
      const larger = new Int32Array(2 * reader.terms.length);
      larger.set(this.frequencies);
      this.frequencies = larger;
    }
    const { words, termOf } = reader;
    const { frequencies, terms } = this;
    let before = -1;
    for (let i = 0; i < count; i++) {
      const term = termOf[words[i] as number] as number;
      if (term < 0) continue;
      const known = frequencies[term] as number;
      if (known === 0) terms.push(term);
      frequencies[term] = known + weight;
      if (before >= 0 && before !== term) this.#pair(before, term, names);
      before = term;
    }
    return count;
  }

  #pair(first: number, second: number, names: boolean): void {
    const mask = this.#slots.length - 1;
    let slot = hashOf(first, second) & mask;
    for (;;) {
      const pair = this.#slots[slot] as number;
      if (pair < 0) break;
      if (this.firsts[pair] === first && this.seconds[pair] === second) {
        this.pairCounts[pair] = (this.pairCounts[pair] as number) + 1;
        if (names) this.pairNames[pair] = true;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.firsts.length;
    this.#taken.push(slot);
    this.firsts.push(first);
    this.seconds.push(second);
    this.pairCounts.push(1);
    this.pairNames.push(names);
    if (this.firsts.length * 2 > this.#slots.length) this.#widen();
  }

  #widen(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
    const mask = this.#slots.length - 1;
    this.#taken = this.firsts.map((first, pair) => {
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
