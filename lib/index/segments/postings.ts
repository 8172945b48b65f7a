/**
 * Posting lists: which documents of a segment contain a term, and how often (weighted over the
 * fields). An entry is 16 bits: the upper 12 are the number of documents skipped since the posting
 * before, the lower 4 the frequency. In an entry of frequency 0 the upper bits skip 4,096 documents
 * each. Entries of fixed size are read about twice as fast as varints and take 50 % more bytes
 * (docs/ranking.md).
 *
 * Entries are in the byte order of the machine, which is little-endian wherever browsers run; the
 * records never leave the machine.
 */

import { BloomFilter } from './bloom-filter.ts';
import { ByteWriter, uint32At } from './bytes.ts';
import { StringTable, StringTableWriter } from './string-table.ts';

/** The largest frequency an entry can hold; higher ones are stored as this. */
export const MAX_FREQUENCY = 15;

/** Postings as one number each, `doc * 16 + frequency`: sorts by document. Documents are below 2^24. */
export type PackedPostings = Uint32Array;

export interface PostingList {
  entries: Uint16Array;
  /** How many documents, removed ones included. */
  count: number;
  /** Cache of `frequencyTable`. */
  table?: Uint8Array;
  /** Cache of `skipList`. */
  skips?: Uint32Array;
}

/** The frequency in each of a segment's documents, four bits each: for long lists. */
export function frequencyTable(list: PostingList, docs: number): Uint8Array {
  if (list.table === undefined) {
    const table = new Uint8Array((docs + 1) >> 1);
    readPostings(list, (doc, frequency) => {
      table[doc >> 1] = (table[doc >> 1] as number) | (frequency << ((doc & 1) * 4));
    });
    list.table = table;
  }
  return list.table;
}

export const frequencyAt = (table: Uint8Array, doc: number): number =>
  ((table[doc >> 1] as number) >> ((doc & 1) * 4)) & 15;

/** The entries of postings, which must come in order of documents. */
export function postingEntries(postings: PackedPostings): Uint16Array {
  const entries = new Uint16Array(2 * postings.length);
  let length = 0;
  let next = 0;
  for (let i = 0; i < postings.length; i++) {
    const posting = postings[i] as number;
    const doc = posting >>> 4;
    const gap = doc - next;
    if (gap >= 4_096) entries[length++] = (gap >>> 12) << 4;
    entries[length++] = ((gap & 4_095) << 4) | (posting & 15);
    next = doc + 1;
  }
  return entries.slice(0, length);
}

/** Calls `each` with document number and frequency, in order of documents. */
export function readPostings(
  { entries }: PostingList,
  each: (doc: number, frequency: number) => void,
): void {
  let doc = 0;
  for (const entry of entries) {
    const frequency = entry & 15;
    if (frequency === 0) {
      doc += (entry >>> 4) << 12;
      continue;
    }
    doc += entry >>> 4;
    each(doc++, frequency);
  }
}

/** Entries between two positions of the skip list. */
const skipInterval = 64;

/** For every 64th entry of a list the document that the entry counts from. */
function skipList(list: PostingList): Uint32Array {
  if (list.skips === undefined) {
    const { entries } = list;
    const skips = new Uint32Array(Math.ceil(entries.length / skipInterval));
    let doc = 0;
    for (let i = 0; i < entries.length; i++) {
      if (i % skipInterval === 0) skips[i / skipInterval] = doc;
      const entry = entries[i] as number;
      doc += (entry & 15) === 0 ? (entry >>> 4) << 12 : (entry >>> 4) + 1;
    }
    list.skips = skips;
  }
  return list.skips;
}

/** A list that has more than one of this many documents is read through its frequency table. */
const tableShare = 8;

/**
 * The frequencies of a term in some of a segment's `size` documents, given in ascending order; 0
 * where it does not occur. Reads no further than the last of them.
 */
export function frequenciesIn(
  list: PostingList,
  docs: ArrayLike<number>,
  size: number,
): Uint8Array {
  if (list.count * tableShare > size && docs.length < list.count) {
    const table = frequencyTable(list, size);
    return Uint8Array.from(docs, (doc) => frequencyAt(table, doc));
  }
  const { entries } = list;
  const skips = docs.length * skipInterval < entries.length ? skipList(list) : null;
  const frequencies = new Uint8Array(docs.length);
  let at = 0;
  let doc = -1;
  let next = 0;
  let frequency = 0;
  for (let i = 0; i < docs.length; i++) {
    const wanted = docs[i] as number;
    const block = skips === null ? 0 : blockOf(skips, wanted);
    if (block * skipInterval > at) {
      at = block * skipInterval;
      next = skips?.[block] as number;
    }
    while (doc < wanted && at < entries.length) {
      const entry = entries[at++] as number;
      if ((entry & 15) === 0) {
        next += (entry >>> 4) << 12;
        continue;
      }
      doc = next + (entry >>> 4);
      next = doc + 1;
      frequency = entry & 15;
    }
    if (doc === wanted) frequencies[i] = frequency;
  }
  return frequencies;
}

/** The last position of a skip list from which a document can be reached. */
function blockOf(skips: Uint32Array, doc: number): number {
  let low = 0;
  let high = skips.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((skips[middle] as number) <= doc) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Writes a leaf: a run of terms with their postings, the unit of reading and writing. Layout: length
 * of the term table (uint32), term table (payload: number of documents, number of entries, and their
 * start), zeros to an even position, entries.
 */
export class LeafWriter {
  readonly #terms = new StringTableWriter();
  readonly #lists: Uint16Array[] = [];
  #entryCount = 0;

  get size(): number {
    return this.#terms.size + 2 * this.#entryCount;
  }

  get isEmpty(): boolean {
    return this.#terms.isEmpty;
  }

  /** Terms must come in code point order. */
  add(term: string, postings: PackedPostings): void {
    const entries = postingEntries(postings);
    this.#terms.add(term, [postings.length, entries.length, this.#entryCount]);
    this.#lists.push(entries);
    this.#entryCount += entries.length;
  }

  toBytes(): Uint8Array {
    const terms = this.#terms.toBytes();
    const start = roundUpToEven(4 + terms.length);
    const whole = new Uint8Array(start + 2 * this.#entryCount);
    const head = new ByteWriter();
    head.uint32(terms.length);
    whole.set(head.toBytes());
    whole.set(terms, 4);
    const entries = new Uint16Array(whole.buffer, start);
    let at = 0;
    for (const list of this.#lists) {
      entries.set(list, at);
      at += list.length;
    }
    return whole;
  }
}

/**
 * After this many lookups a leaf builds a Bloom filter: most phrases of a query occur nowhere, and
 * the filter says so five times as fast. A worker's first answer makes one or two lookups a leaf.
 */
const lookupsBeforeFilter = 8;

/** Reads a leaf without copying it. */
export class Leaf {
  readonly #terms: StringTable;
  readonly #entries: Uint16Array;
  #filter: BloomFilter | null = null;
  #lookups = 0;

  constructor(record: Uint8Array) {
    // A Uint16Array must begin at an even offset of its buffer.
    const bytes = record.byteOffset % 2 === 0 ? record : record.slice();
    const terms = uint32At(bytes, 0);
    const start = roundUpToEven(4 + terms);
    this.#terms = new StringTable(bytes.subarray(4, 4 + terms), 3);
    this.#entries = new Uint16Array(
      bytes.buffer,
      bytes.byteOffset + start,
      (bytes.length - start) >> 1,
    );
  }

  /** The postings of a term in UTF-8; null when the leaf lacks it. */
  find(term: Uint8Array): PostingList | null {
    if (this.#filter === null && ++this.#lookups > lookupsBeforeFilter) {
      this.#filter = new BloomFilter(this.#terms);
    }
    if (this.#filter?.mayContain(term) === false) return null;
    const found = this.#terms.find(term);
    return found === null ? null : this.#list(found.payload);
  }

  /** All terms that are not before `from`, in order, with their postings. */
  *entries(from: string): Generator<{ text: string; list: PostingList }> {
    for (const { text, payload } of this.#terms.entries(from)) {
      yield { text, list: this.#list(payload) };
    }
  }

  #list([count = 0, length = 0, start = 0]: number[]): PostingList {
    return { entries: this.#entries.subarray(start, start + length), count };
  }
}

const roundUpToEven = (length: number): number => length + (length & 1);
