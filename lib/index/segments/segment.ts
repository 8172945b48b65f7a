/** A live segment, whose records are read when a query needs them and then kept. */

import type { IndexStorage } from '../index-storage.ts';
import { byCodePoint, encodeText } from './bytes.ts';
import { bytesPerDoc, factOffset } from './doc-facts.ts';
import { partKey, type SegmentEntry } from './manifest.ts';
import { Leaf, type PostingList } from './postings.ts';
import { StringTable } from './string-table.ts';

/** A record that the manifest names is not in the storage: the index was written since, or is damaged. */
export class MissingRecordError extends Error {}

/** Terms whose posting lists are cached. */
const maxCachedTerms = 20_000;

export class Segment {
  readonly entry: SegmentEntry;
  readonly #storage: IndexStorage;
  readonly #records: Map<string, Uint8Array>;
  readonly #leaves = new Map<number, Leaf>();
  readonly #found = new Map<string, PostingList | null>();
  #ids: StringTable | null = null;
  #docs: DataView | null = null;
  #dead: Uint8Array | null = null;
  #words: StringTable[] | null = null;
  #deadDocs: number[] | null = null;
  #idTexts: string[] | null = null;
  #idLookups = 0;
  /** Whether all records of terms are read. */
  #isLoaded = false;

  /** `records`: those that an earlier object of the same segment read. */
  constructor(entry: SegmentEntry, storage: IndexStorage, records = new Map<string, Uint8Array>()) {
    this.entry = entry;
    this.#storage = storage;
    this.#records = records;
  }

  /** The same segment after a change of its entry, with the records already read. */
  withEntry(entry: SegmentEntry, dead: Uint8Array | null): Segment {
    const records = new Map(this.#records);
    if (dead !== null) records.set(partKey.dead(entry.name), dead);
    return new Segment(entry, this.#storage, records);
  }

  get liveDocs(): number {
    return this.entry.docs - this.entry.dead;
  }

  /** The keys of the records that a query of these terms needs and that are not read yet. */
  missingRecords(terms: Iterable<string>): string[] {
    const { name } = this.entry;
    if (this.#isLoaded) return [];
    const keys = new Set([partKey.docs(name), partKey.ids(name)]);
    if (this.entry.dead > 0) keys.add(partKey.dead(name));
    for (const term of terms) {
      const leaf = leafWith(this.entry.leaves, term);
      if (leaf >= 0) keys.add(partKey.leaf(name, leaf));
    }
    const missing = [...keys].filter((key) => !this.#records.has(key));
    if (missing.length === 0) this.#isLoaded = this.#hasAllLeaves();
    return missing;
  }

  #hasAllLeaves(): boolean {
    return this.entry.leaves.every((_, number) =>
      this.#records.has(partKey.leaf(this.entry.name, number)),
    );
  }

  missingWordTables(): string[] {
    const keys = this.entry.words.map((_, number) => partKey.words(this.entry.name, number));
    return keys.filter((key) => !this.#records.has(key));
  }

  keep(key: string, bytes: Uint8Array): void {
    this.#records.set(key, bytes);
  }

  /** The postings of a term, or null. Those of words are cached. */
  find(term: string, encoded: Uint8Array): PostingList | null {
    // Phrases hardly ever occur in two queries.
    if (term.includes(' ')) return this.#read(term, encoded);
    const known = this.#found.get(term);
    if (known !== undefined) return known;
    const list = this.#read(term, encoded);
    if (this.#found.size >= maxCachedTerms) this.#found.clear();
    this.#found.set(term, list);
    return list;
  }

  #read(term: string, encoded: Uint8Array): PostingList | null {
    const number = leafWith(this.entry.leaves, term);
    return number < 0 ? null : this.#leaf(number).find(encoded);
  }

  #leaf(number: number): Leaf {
    const known = this.#leaves.get(number);
    if (known !== undefined) return known;
    const leaf = new Leaf(this.#record(partKey.leaf(this.entry.name, number)));
    this.#leaves.set(number, leaf);
    return leaf;
  }

  /** The tables of all words, in order. */
  wordTables(): StringTable[] {
    this.#words ??= this.entry.words.map(
      (_, number) => new StringTable(this.#record(partKey.words(this.entry.name, number)), 0),
    );
    return this.#words;
  }

  get ids(): StringTable {
    this.#ids ??= new StringTable(this.#record(partKey.ids(this.entry.name)), 0);
    return this.#ids;
  }

  /** The id of a document. After many lookups all ids are decoded at once. */
  idText(doc: number): string {
    if (this.#idTexts === null && ++this.#idLookups * 8 > this.entry.docs) {
      this.#idTexts = this.ids.texts();
    }
    return this.#idTexts?.[doc] ?? this.ids.textAt(doc);
  }

  /** The number of the document with an id, removed or not; -1 when there is none. */
  docOf(id: string): number {
    return this.ids.find(encodeText(id))?.index ?? -1;
  }

  isDead(doc: number): boolean {
    return this.entry.dead > 0 && ((this.deadBits()[doc >> 3] ?? 0) & (1 << (doc & 7))) !== 0;
  }

  /** One bit per document, set when it is removed. */
  deadBits(): Uint8Array {
    this.#dead ??=
      this.entry.dead > 0
        ? this.#record(partKey.dead(this.entry.name))
        : new Uint8Array((this.entry.docs + 7) >> 3);
    return this.#dead;
  }

  /** Numbers of the removed documents, ascending. */
  deadDocs(): number[] {
    if (this.#deadDocs === null) {
      this.#deadDocs = [];
      for (let doc = 0; doc < this.entry.docs; doc++)
        if (this.isDead(doc)) this.#deadDocs.push(doc);
    }
    return this.#deadDocs;
  }

  /** The bytes of a document in the `docs` record. */
  docEntry(doc: number): Uint8Array {
    return this.#record(partKey.docs(this.entry.name)).subarray(
      doc * bytesPerDoc,
      (doc + 1) * bytesPerDoc,
    );
  }

  lengthOf(doc: number): number {
    return this.#doc().getUint16(doc * bytesPerDoc + factOffset.length, true);
  }

  /** Days since 1970; 0 when unknown. */
  dayOf(doc: number): number {
    return this.#doc().getUint16(doc * bytesPerDoc + factOffset.day, true);
  }

  titleHashOf(doc: number): number {
    return this.#doc().getUint32(doc * bytesPerDoc + factOffset.titleHash, true);
  }

  /** The upvotes plus one; 0 when unknown. */
  upvotesOf(doc: number): number {
    return this.#doc().getUint16(doc * bytesPerDoc + factOffset.upvotes, true);
  }

  /** The bits of `sourceBits`. */
  sourcesOf(doc: number): number {
    return this.#doc().getUint8(doc * bytesPerDoc + factOffset.sources);
  }

  #doc(): DataView {
    if (this.#docs === null) {
      const bytes = this.#record(partKey.docs(this.entry.name));
      this.#docs = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return this.#docs;
  }

  #record(key: string): Uint8Array {
    const bytes = this.#records.get(key);
    if (bytes === undefined) throw new MissingRecordError(key);
    return bytes;
  }
}

/** The number of the only leaf that may contain `text`, given each leaf's first string; -1 when none may. */
export function leafWith(firsts: string[], text: string): number {
  let low = -1;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (byCodePoint(firsts[middle] ?? '', text) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}
