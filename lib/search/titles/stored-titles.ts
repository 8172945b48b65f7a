/**
 * The stored form of the title index, read in place: nothing is parsed when a worker starts, and in
 * memory it takes what it takes on disk.
 *
 * Layout: version and lengths of the five parts (uint32 each); ids of the papers, in code point
 * order; facts, 16 bytes per paper; other ids by which papers are known, with the paper's number;
 * words, with the number of their postings and their offset; postings. A posting is the paper's
 * number times eight plus the bits of the fields, stored as the difference to the one before.
 */
import { type EditLimits, forEachFuzzyTerm } from '../../index/ranking/fuzzy-terms.ts';
import { ByteReader, ByteWriter, encodeText, uint32At } from '../../index/segments/bytes.ts';
import { sourceBits, sourcesIn } from '../../index/segments/doc-facts.ts';
import { StringTable, StringTableWriter } from '../../index/segments/string-table.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { FilterFacts } from '../../query/filters.ts';
import { dayMs } from '../../time/days.ts';

/** Facts of a paper, the other ids that find it, and a hash of the indexed text. */
export interface TitleRow extends FilterFacts {
  /** `arxiv:…` and `doi:…`, without its own id. */
  otherIds: string[];
  hash: number;
}

/** Raised when the layout or the tokenizer changes: older bytes are not read. */
const version = 3;
const parts = 5;
const headBytes = 4 * (1 + parts);

const factBytes = 16;
const factAt = { day: 0, upvotes: 4, hash: 8, sources: 12 } as const;
/** The first day of the year 1, in days since 1970: it is stored as 1, and 0 is no day. */
const firstDay = -719_162;

/** A posting is a paper's number times this, plus one bit per field. */
export const fieldRange = 8;

/** Words in code point order with their postings, ascending. */
export type WordPostings = Iterable<[word: string, postings: ArrayLike<number>]>;

/** The stored form of papers, which must be in code point order of their ids. */
export function encodeTitles(
  rows: readonly [PaperId, TitleRow][],
  words: WordPostings,
): Uint8Array<ArrayBuffer> {
  const ids = new StringTableWriter();
  const facts = new DataView(new ArrayBuffer(rows.length * factBytes));
  const others: [string, number][] = [];
  rows.forEach(([id, row], number) => {
    ids.add(id, []);
    const at = number * factBytes;
    facts.setUint32(at + factAt.day, storedDay(row.day), true);
    facts.setUint32(at + factAt.upvotes, row.upvotes === null ? 0 : row.upvotes + 1, true);
    facts.setUint32(at + factAt.hash, row.hash, true);
    facts.setUint8(at + factAt.sources, sourceBits(row.sources));
    for (const other of row.otherIds) others.push([other, number]);
  });
  const known = new StringTableWriter();
  let before: string | null = null;
  for (const [other, number] of others.sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (other !== before) known.add(other, [number]);
    before = other;
  }
  const table = new StringTableWriter();
  const postings = new ByteWriter();
  for (const [word, list] of words) {
    table.add(word, [list.length, postings.length]);
    let last = 0;
    for (let i = 0; i < list.length; i++) {
      const posting = list[i] as number;
      postings.varint(posting - last);
      last = posting;
    }
  }
  return joinParts([
    ids.toBytes(),
    new Uint8Array(facts.buffer),
    known.toBytes(),
    table.toBytes(),
    postings.toBytes(),
  ]);
}

function joinParts(all: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = new ByteWriter();
  head.uint32(version);
  for (const part of all) head.uint32(part.length);
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, headBytes));
  whole.set(head.toBytes());
  let at = headBytes;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function storedDay(day: string | null): number {
  const days = day === null ? Number.NaN : Math.floor(Date.parse(day) / dayMs);
  return Number.isNaN(days) || days < firstDay ? 0 : days - firstDay + 1;
}

export class StoredTitles {
  readonly size: number;
  readonly #ids: StringTable;
  readonly #facts: DataView;
  readonly #others: StringTable;
  readonly #words: StringTable;
  readonly #postings: Uint8Array;
  #idTexts: PaperId[] | null = null;
  #numbers: Map<PaperId, number> | null = null;
  #lookups = 0;

  private constructor([ids, facts, others, words, postings]: Uint8Array[]) {
    const emptyPart = new Uint8Array(4);
    this.#ids = new StringTable(ids ?? emptyPart, 0);
    this.size = this.#ids.count;
    this.#facts = new DataView(facts?.buffer ?? emptyPart.buffer, facts?.byteOffset, facts?.length);
    this.#others = new StringTable(others ?? emptyPart, 1);
    this.#words = new StringTable(words ?? emptyPart, 2);
    this.#postings = postings ?? emptyPart;
  }

  /** Null for bytes of another version, and for truncated ones. */
  static read(bytes: Uint8Array): StoredTitles | null {
    if (bytes.length < headBytes || uint32At(bytes, 0) !== version) return null;
    const all: Uint8Array[] = [];
    let at = headBytes;
    for (let part = 0; part < parts; part++) {
      const length = uint32At(bytes, 4 + 4 * part);
      all.push(bytes.subarray(at, at + length));
      at += length;
    }
    return at === bytes.length ? new StoredTitles(all) : null;
  }

  static readonly empty = new StoredTitles([]);

  /** Ids by number, in code point order. */
  ids(): readonly PaperId[] {
    this.#idTexts ??= this.#ids.texts();
    return this.#idTexts;
  }

  /** Number of a paper, -1 when it is unknown. After many look-ups all numbers are cached. */
  numberOf(id: PaperId): number {
    if (this.#numbers === null && ++this.#lookups * 8 > this.size) {
      this.#numbers = new Map(this.ids().map((text, number) => [text, number]));
    }
    if (this.#numbers !== null) return this.#numbers.get(id) ?? -1;
    return this.#ids.find(encodeText(id))?.index ?? -1;
  }

  /** Number of the paper known by `arxiv:…` or `doi:…`, -1 when there is none. */
  known(by: string): number {
    const own = this.numberOf(by);
    return own >= 0 ? own : (this.#others.find(encodeText(by))?.payload[0] ?? -1);
  }

  facts(number: number): FilterFacts {
    const at = number * factBytes;
    const day = this.#facts.getUint32(at + factAt.day, true);
    const upvotes = this.#facts.getUint32(at + factAt.upvotes, true);
    return {
      day: day === 0 ? null : new Date((day - 1 + firstDay) * dayMs).toISOString().slice(0, 10),
      upvotes: upvotes === 0 ? null : upvotes - 1,
      sources: sourcesIn(this.#facts.getUint8(at + factAt.sources)),
    };
  }

  hashOf(number: number): number {
    return this.#facts.getUint32(number * factBytes + factAt.hash, true);
  }

  /** All rows, by number. */
  rows(): TitleRow[] {
    const rows = Array.from({ length: this.size }, (_, number): TitleRow => {
      return { ...this.facts(number), otherIds: [], hash: this.hashOf(number) };
    });
    for (const { text, payload } of this.#others.entries()) {
      rows[payload[0] ?? 0]?.otherIds.push(text);
    }
    return rows;
  }

  /** All words with their postings. */
  *words(): Generator<[word: string, postings: number[]]> {
    for (const { text, payload } of this.#words.entries()) {
      const postings: number[] = [];
      this.#forEachPosting(payload, (posting) => postings.push(posting));
      yield [text, postings];
    }
  }

  /** Calls `each` for the papers with a word that has this prefix and a kind. */
  forEachWithPrefix<K>(
    prefix: string,
    fields: number,
    kindOf: (word: string) => K | null,
    each: (paper: number, kind: K) => void,
  ): void {
    for (const { text, payload } of this.#words.entries(prefix)) {
      if (!text.startsWith(prefix)) break;
      const kind = kindOf(text);
      if (kind === null) continue;
      this.#forEachPosting(payload, (posting) => {
        if ((posting & fields) !== 0) each(Math.floor(posting / fieldRange), kind);
      });
    }
  }

  /** Calls `each` for the papers with a word this similar. */
  forEachSimilar(
    word: string,
    nearness: EditLimits,
    fields: number,
    each: (paper: number, word: string) => void,
  ): void {
    forEachFuzzyTerm(this.#words, word, nearness, (text, payload) => {
      this.#forEachPosting(payload, (posting) => {
        if ((posting & fields) !== 0) each(Math.floor(posting / fieldRange), text);
      });
    });
  }

  #forEachPosting([count = 0, start = 0]: number[], each: (posting: number) => void): void {
    const reader = new ByteReader(this.#postings, start);
    let posting = 0;
    for (let i = 0; i < count; i++) {
      posting += reader.varint();
      each(posting);
    }
  }
}
