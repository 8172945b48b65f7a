/**
 * Posting lists: which documents of a segment hold a term, and how often (weighted over the
 * fields). An entry is 16 bits: the upper 12 count the documents left out since the posting before,
 * the lower 4 are the frequency. An entry of frequency 0 is no posting: its upper bits count 4,096
 * documents each. Fixed entries are read about twice as fast as variable-length ones, for half as
 * many bytes again (docs/ranking.md).
 *
 * Entries are in the byte order of the machine, which is little-endian wherever browsers run; the
 * records never leave the machine.
 */

import { BloomFilter } from './bloom-filter.ts';
import { ByteWriter, uint32At } from './bytes.ts';
import { StringTable, StringTableWriter } from './string-table.ts';

/** Largest frequency kept; what is above counts as this. */
export const largestFrequency = 15;

/** Postings as one number each, `doc * 16 + frequency`: sorts by document. Documents are below 2^24. */
export type PackedPostings = Uint32Array;

/** The entries of a posting list. */
export interface PostingList {
  entries: Uint16Array;
  /** How many documents, removed ones included. */
  count: number;
  /** Made by `frequencyTable` when first asked for. */
  table?: Uint8Array;
  /** Made by `startsOf` when first asked for. */
  starts?: Uint32Array;
}

/** The frequency in each of a segment's documents, four bits each: for lists that are long. */
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

/** Entries for postings that come in order of documents. */
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

/** Entries between two places of a list at which reading may begin. */
const skipped = 64;

/** The document that every so many entries of a list count from. */
function startsOf(list: PostingList): Uint32Array {
  if (list.starts === undefined) {
    const { entries } = list;
    const starts = new Uint32Array(Math.ceil(entries.length / skipped));
    let doc = 0;
    for (let i = 0; i < entries.length; i++) {
      if (i % skipped === 0) starts[i / skipped] = doc;
      const entry = entries[i] as number;
      doc += (entry & 15) === 0 ? (entry >>> 4) << 12 : (entry >>> 4) + 1;
    }
    list.starts = starts;
  }
  return list.starts;
}

/** Frequency in one document; 0 where the term is not. */
function frequencyIn(list: PostingList, wanted: number): number {
  const { entries } = list;
  const starts = startsOf(list);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= wanted) low = middle;
    else high = middle - 1;
  }
  let doc = starts[low] as number;
  for (let i = low * skipped; i < entries.length && doc <= wanted; i++) {
    const entry = entries[i] as number;
    const frequency = entry & 15;
    if (frequency === 0) {
      doc += (entry >>> 4) << 12;
      continue;
    }
    doc += entry >>> 4;
    if (doc === wanted) return frequency;
    doc++;
  }
  return 0;
}

/** A list of more than one in so many documents is looked up in a table where few are asked for. */
const tabled = 8;

/**
 * Frequencies of a term in some of a segment's `size` documents, which come in ascending order; 0
 * where it is not. Stops reading at the last of them.
 */
export function frequenciesIn(
  list: PostingList,
  docs: ArrayLike<number>,
  size: number,
): Uint8Array {
  if (list.count * tabled > size && docs.length < list.count) {
    const table = frequencyTable(list, size);
    return Uint8Array.from(docs, (doc) => frequencyAt(table, doc));
  }
  const frequencies = new Uint8Array(docs.length);
  if (docs.length * skipped < list.entries.length) {
    for (let place = 0; place < docs.length; place++) {
      frequencies[place] = frequencyIn(list, docs[place] as number);
    }
    return frequencies;
  }
  const { entries } = list;
  let place = 0;
  let wanted = docs[0] ?? -1;
  let doc = 0;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as number;
    const frequency = entry & 15;
    if (frequency === 0) {
      doc += (entry >>> 4) << 12;
      continue;
    }
    doc += entry >>> 4;
    while (wanted < doc) {
      if (++place >= docs.length) return frequencies;
      wanted = docs[place] as number;
    }
    if (wanted === doc) frequencies[place] = frequency;
    doc++;
  }
  return frequencies;
}

/**
 * A run of terms with their postings, the unit of reading and writing. Layout: length of the term
 * table (uint32), term table (payload: number of documents, number of entries, and where they
 * start), zeros to an even place, entries.
 */
export class LeafWriter {
  #terms = new StringTableWriter();
  #lists: Uint16Array[] = [];
  #entries = 0;

  get size(): number {
    return this.#terms.size + 2 * this.#entries;
  }

  get isEmpty(): boolean {
    return this.#terms.count === 0;
  }

  /** Terms come in code point order. */
  add(term: string, postings: PackedPostings): void {
    const entries = postingEntries(postings);
    this.#terms.add(term, [postings.length, entries.length, this.#entries]);
    this.#lists.push(entries);
    this.#entries += entries.length;
  }

  take(): Uint8Array {
    const terms = this.#terms.take();
    const start = evenAfter(4 + terms.length);
    const whole = new Uint8Array(start + 2 * this.#entries);
    const head = new ByteWriter();
    head.uint32(terms.length);
    whole.set(head.take());
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
 * A leaf that is asked more often gets a filter: most phrases of a query are nowhere, and are told so
 * five times as fast. A worker's first answer asks each leaf once or twice.
 */
const askedUnfiltered = 8;

/** A leaf read where it lies. */
export class Leaf {
  readonly #terms: StringTable;
  readonly #entries: Uint16Array;
  #filter: BloomFilter | null = null;
  #asked = 0;

  constructor(record: Uint8Array) {
    // A view at an odd place of a larger buffer cannot be read as 16-bit numbers.
    const bytes = record.byteOffset % 2 === 0 ? record : record.slice();
    const terms = uint32At(bytes, 0);
    const start = evenAfter(4 + terms);
    this.#terms = new StringTable(bytes.subarray(4, 4 + terms), 3);
    this.#entries = new Uint16Array(
      bytes.buffer,
      bytes.byteOffset + start,
      (bytes.length - start) >> 1,
    );
  }

  /** Postings of a term given in UTF-8, or null. */
  find(term: Uint8Array): PostingList | null {
    if (this.#filter === null && ++this.#asked > askedUnfiltered) {
      this.#filter = new BloomFilter(this.#terms);
    }
    if (this.#filter?.mayHold(term) === false) return null;
    const found = this.#terms.find(term);
    return found === null ? null : this.#list(found.payload);
  }

  /** Every term from the first that is not before `from`, with its postings. */
  *entries(from: string): Generator<{ text: string; list: PostingList }> {
    for (const { text, payload } of this.#terms.entries(from)) {
      yield { text, list: this.#list(payload) };
    }
  }

  #list([count = 0, length = 0, start = 0]: number[]): PostingList {
    return { entries: this.#entries.subarray(start, start + length), count };
  }
}

const evenAfter = (length: number): number => length + (length & 1);
