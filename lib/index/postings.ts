/**
 * Posting lists: which documents of a segment hold a term, and how often (weighted over the
 * fields). A posting is one variable-length integer, `gap * 4 + min(tf, 4) - 1`, where `gap` is the
 * number of documents left out since the posting before; a `tf` of 4 or more is followed by
 * `tf - 4`. Most postings of frequent terms are one byte.
 */
import { ByteReader, ByteWriter, uint32At } from './bytes.ts';
import { StringTable, StringTableWriter } from './string-table.ts';

/** Largest frequency kept; what is above counts as this. */
export const largestFrequency = 255;

/** Postings as one number each, `doc * 256 + tf`: sorts by document. Documents are below 2^24. */
export type PackedPostings = Uint32Array;

export function writePostings(to: ByteWriter, postings: PackedPostings): void {
  let next = 0;
  for (const posting of postings) {
    const doc = posting >>> 8;
    const tf = posting & 255;
    to.varint((doc - next) * 4 + Math.min(tf, 4) - 1);
    if (tf >= 4) to.varint(tf - 4);
    next = doc + 1;
  }
}

/** Calls `each` with document number and frequency, in order of documents. */
export function readPostings(
  list: PostingList,
  each: (doc: number, frequency: number) => void,
): void {
  const reader = new ByteReader(list.bytes, list.start);
  let next = 0;
  while (reader.at < list.end) {
    const value = reader.varint();
    const tf = (value & 3) + 1;
    next += value >>> 2;
    each(next, tf === 4 ? 4 + reader.varint() : tf);
    next++;
  }
}

/**
 * Frequencies of a term in some documents, which come in ascending order; 0 where it is not. Stops
 * reading at the last of them.
 */
export function frequenciesIn(list: PostingList, docs: ArrayLike<number>): Uint8Array {
  const frequencies = new Uint8Array(docs.length);
  const { bytes, end } = list;
  let at = list.start;
  let place = 0;
  let wanted = docs[0] ?? -1;
  let doc = 0;
  while (at < end && place < docs.length) {
    let value = bytes[at++] as number;
    if (value > 127) {
      value &= 127;
      for (let shift = 7, byte = 128; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        value |= (byte & 127) << shift;
      }
    }
    doc += value >>> 2;
    let frequency = (value & 3) + 1;
    if (frequency === 4) {
      const byte = bytes[at++] as number;
      frequency += byte & 127;
      if (byte > 127) frequency += (bytes[at++] as number) << 7;
    }
    while (wanted < doc && place < docs.length) wanted = docs[++place] ?? -1;
    if (wanted === doc) frequencies[place] = frequency;
    doc++;
  }
  return frequencies;
}

/** Where the postings of a term stand. */
export interface PostingList {
  bytes: Uint8Array;
  start: number;
  end: number;
  /** How many documents, removed ones included. */
  count: number;
}

/**
 * A run of terms with their postings, the unit of reading and writing. Layout: length of the term
 * table (uint32), term table (payload: number of documents, bytes of postings, and where they
 * start), postings.
 */
export class LeafWriter {
  #terms = new StringTableWriter();
  #postings = new ByteWriter();
  #scratch = new ByteWriter();

  get size(): number {
    return this.#terms.size + this.#postings.length;
  }

  get isEmpty(): boolean {
    return this.#terms.count === 0;
  }

  /** Terms come in code point order. */
  add(term: string, postings: PackedPostings): void {
    this.#scratch.clear();
    writePostings(this.#scratch, postings);
    this.#terms.add(term, [postings.length, this.#scratch.length, this.#postings.length]);
    this.#postings.raw(this.#scratch.take());
  }

  take(): Uint8Array {
    const terms = this.#terms.take();
    const whole = new ByteWriter();
    whole.uint32(terms.length);
    whole.raw(terms);
    whole.raw(this.#postings.take());
    return whole.take();
  }
}

/** A leaf read where it lies. */
export class Leaf {
  readonly #bytes: Uint8Array;
  readonly #terms: StringTable;
  readonly #postings: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#postings = 4 + uint32At(bytes, 0);
    this.#terms = new StringTable(bytes.subarray(4, this.#postings), 3);
  }

  find(term: string): PostingList | null {
    const found = this.#terms.find(term);
    return found === null ? null : this.#list(found.payload);
  }

  /** Every term from the first that is not before `from`, with its postings. */
  *entries(from: string): Generator<{ text: string; list: PostingList }> {
    for (const { text, payload } of this.#terms.entries(from)) {
      yield { text, list: this.#list(payload) };
    }
  }

  #list(payload: number[]): PostingList {
    const [count = 0, length = 0, offset = 0] = payload;
    const start = this.#postings + offset;
    return { bytes: this.#bytes, start, end: start + length, count };
  }
}
