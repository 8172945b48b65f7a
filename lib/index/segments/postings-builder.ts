/** Inverts papers: collects postings paper by paper and returns them term by term. */

import { resizeArray } from '../../text/resize-array.ts';
import { isSalient, MAX_LENGTH } from '../ranking/term-vector.ts';
import { inCodePointOrder } from './bytes.ts';
import { MAX_FREQUENCY, type PackedPostings } from './postings.ts';
import type { TermCounts } from './term-counts.ts';

/** A growing list of 32-bit unsigned integers. */
class NumberList {
  values = new Uint32Array(4_096);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      this.values = resizeArray(this.values, 2 * this.length);
    }
    this.values[this.length++] = value;
  }
}

/** Above the number of terms of any segment. */
const pairBase = 2 ** 26;

export class PostingsBuilder {
  /** The owner of each posting: a term's number doubled, or a phrase's number doubled plus one. */
  readonly #owners = new NumberList();
  readonly #postings = new NumberList();
  /** The number of each phrase, by its two terms as one key. */
  readonly #phrases = new Map<number, number>();

  /** Adds the postings of a document and returns its length. Documents must come in order. */
  add(doc: number, counts: TermCounts): number {
    let length = 0;
    for (const term of counts.terms) {
      const frequency = Math.min(counts.frequencies[term] ?? 0, MAX_FREQUENCY);
      length += frequency;
      this.#owners.push(term * 2);
      this.#postings.push(doc * 16 + frequency);
    }
    for (let pair = 0; pair < counts.firsts.length; pair++) {
      if (!isSalient(counts, pair)) continue;
      const key = (counts.firsts[pair] ?? 0) * pairBase + (counts.seconds[pair] ?? 0);
      let phrase = this.#phrases.get(key);
      if (phrase === undefined) {
        phrase = this.#phrases.size;
        this.#phrases.set(key, phrase);
      }
      this.#owners.push(phrase * 2 + 1);
      this.#postings.push(doc * 16 + Math.min(counts.pairCounts[pair] ?? 0, MAX_FREQUENCY));
    }
    return Math.min(length, MAX_LENGTH);
  }

  /**
   * Calls `each` with every term and phrase in code point order. A space is before every character
   * of a term, so the phrases that begin with a term follow it, in the order of their second terms.
   */
  inOrder(terms: readonly string[], each: (term: string, postings: PackedPostings) => void): void {
    const order = inCodePointOrder([...terms]);
    const numbers = new Map(terms.map((term, number) => [term, number]));
    const byRank = order.map((term) => numbers.get(term) ?? 0);
    const ranks = new Uint32Array(terms.length);
    byRank.forEach((number, rank) => {
      ranks[number] = rank;
    });
    const phraseOrder = this.#phrasesByRank(ranks);
    const ofTerm = this.#sorted(0, terms.length);
    const ofPhrase = this.#sorted(1, this.#phrases.size);
    let next = 0;
    order.forEach((term, rank) => {
      each(term, ofTerm(byRank[rank] ?? 0));
      for (; next < phraseOrder.length; next++) {
        const phrase = phraseOrder[next];
        if (phrase === undefined || phrase.first !== rank) break;
        each(`${term} ${order[phrase.second]}`, ofPhrase(phrase.number));
      }
    });
  }

  #phrasesByRank(ranks: Uint32Array): { first: number; second: number; number: number }[] {
    const byKey = new Map<number, number>();
    const keys = new Float64Array(this.#phrases.size);
    for (const [key, number] of this.#phrases) {
      const first = ranks[Math.floor(key / pairBase)] ?? 0;
      const ranked = first * pairBase + (ranks[key % pairBase] ?? 0);
      keys[number] = ranked;
      byKey.set(ranked, number);
    }
    return Array.from(keys.sort(), (key) => ({
      first: Math.floor(key / pairBase),
      second: key % pairBase,
      number: byKey.get(key) ?? 0,
    }));
  }

  /** The postings of each owner of a kind, by a counting sort, which keeps the order of documents. */
  #sorted(kind: 0 | 1, owners: number): (owner: number) => PackedPostings {
    const starts = new Uint32Array(owners + 1);
    const { values, length } = this.#owners;
    for (let i = 0; i < length; i++) {
      const owner = values[i] as number;
      if ((owner & 1) === kind)
        starts[(owner >>> 1) + 1] = (starts[(owner >>> 1) + 1] as number) + 1;
    }
    for (let i = 0; i < owners; i++) {
      starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
    }
    const ends = starts.slice(0, owners);
    const sorted = new Uint32Array(starts[owners] as number);
    for (let i = 0; i < length; i++) {
      const owner = values[i] as number;
      if ((owner & 1) !== kind) continue;
      const at = ends[owner >>> 1] as number;
      sorted[at] = this.#postings.values[i] as number;
      ends[owner >>> 1] = at + 1;
    }
    return (owner) => sorted.subarray(starts[owner], starts[owner + 1]);
  }
}
