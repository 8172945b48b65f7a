/**
 * Postings of many papers, gathered paper by paper and handed out term by term.
 */

import { isSalient, longestLength } from '../ranking/term-vector.ts';
import { inCodePointOrder } from './bytes.ts';
import { largestFrequency, type PackedPostings } from './postings.ts';
import type { TermCounts } from './term-counts.ts';

/** A growing list of unsigned numbers. */
class NumberList {
  values = new Uint32Array(4_096);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

/** More terms than a segment has. */
const pairBase = 2 ** 26;

export class PostingsBuilder {
  /** Whose each posting is: a term's number doubled, or a phrase's number doubled and one. */
  readonly #owners = new NumberList();
  readonly #postings = new NumberList();
  /** First and second term of a phrase, as one number, to the phrase's number. */
  readonly #phrases = new Map<number, number>();

  /** Takes the postings of a document; documents come in order. Answers the document's length. */
  add(doc: number, counts: TermCounts): number {
    let length = 0;
    for (const term of counts.terms) {
      const frequency = Math.min(counts.frequencies[term] ?? 0, largestFrequency);
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
      this.#postings.push(doc * 16 + Math.min(counts.pairCounts[pair] ?? 0, largestFrequency));
    }
    return Math.min(length, longestLength);
  }

  /**
   * Calls `each` with every term and phrase in code point order. A space is before every character
   * of a term, so the phrases that begin with a term follow it, in the order of their second terms.
   */
  inOrder(terms: readonly string[], each: (term: string, postings: PackedPostings) => void): void {
    const order = inCodePointOrder(terms.map((term) => term));
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

  /** Postings of each owner of a kind, by counting: they stay in order of documents. */
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
