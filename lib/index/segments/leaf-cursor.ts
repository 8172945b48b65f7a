/** Reading the leaves of several segments in parallel, in code point order, one leaf at a time. */

import type { IndexStorage } from '../index-storage.ts';
import { byCodePoint } from './bytes.ts';
import { partKey } from './manifest.ts';
import { Leaf, type PostingList } from './postings.ts';
import { leafWith, MissingRecordError, type Segment } from './segment.ts';
import { StringTable } from './string-table.ts';

/** How the leaves of terms or those of words are found and read. */
interface LeafKind<E extends { text: string }> {
  firstsOf(segment: Segment): string[];
  keyOf(name: string, number: number): string;
  entries(bytes: Uint8Array, from: string): Iterator<E>;
}

export const termKind: LeafKind<{ text: string; list: PostingList }> = {
  firstsOf: ({ entry }) => entry.leaves,
  keyOf: partKey.leaf,
  entries: (bytes, from) => new Leaf(bytes).entries(from),
};

export const wordKind: LeafKind<{ text: string }> = {
  firstsOf: ({ entry }) => entry.words,
  keyOf: partKey.words,
  entries: (bytes, from) => new StringTable(bytes, 0).entries(from),
};

/**
 * The strings of all segments after `after`, in order, each once, with the entries that have it and
 * the number of their segment.
 *
 * @throws {MissingRecordError} when a leaf is not in the storage
 */
export async function* mergeLeaves<E extends { text: string }>(
  kind: LeafKind<E>,
  segments: Segment[],
  storage: IndexStorage,
  after: string | null,
): AsyncGenerator<[text: string, entries: [entry: E, segment: number][]]> {
  const cursors = segments.map((segment) => new LeafCursor(kind, segment, storage, after));
  await Promise.all(cursors.map((cursor) => cursor.advance()));
  for (;;) {
    let first: string | null = null;
    for (const { current } of cursors) {
      if (current !== null && (first === null || byCodePoint(current.text, first) < 0)) {
        first = current.text;
      }
    }
    if (first === null) return;
    const entries: [E, number][] = [];
    for (const [number, { current }] of cursors.entries()) {
      if (current?.text === first) entries.push([current, number]);
    }
    yield [first, entries];
    for (const [, number] of entries) await cursors[number]?.advance();
  }
}

/** The strings of one segment after `after`. */
class LeafCursor<E extends { text: string }> {
  /** Null before the first call of `advance` and after the last string. */
  current: E | null = null;
  readonly #kind: LeafKind<E>;
  readonly #segment: Segment;
  readonly #storage: IndexStorage;
  readonly #after: string | null;
  #entries: Iterator<E> = [][Symbol.iterator]();
  #nextLeaf: number;

  constructor(kind: LeafKind<E>, segment: Segment, storage: IndexStorage, after: string | null) {
    this.#kind = kind;
    this.#segment = segment;
    this.#storage = storage;
    this.#after = after;
    this.#nextLeaf = after === null ? 0 : Math.max(0, leafWith(kind.firstsOf(segment), after));
  }

  async advance(): Promise<void> {
    for (;;) {
      const { value, done } = this.#entries.next();
      if (!done) {
        if (value.text === this.#after) continue;
        this.current = value;
        return;
      }
      if (this.#nextLeaf >= this.#kind.firstsOf(this.#segment).length) {
        this.current = null;
        return;
      }
      this.#entries = await this.#readLeaf(this.#nextLeaf++);
    }
  }

  async #readLeaf(number: number): Promise<Iterator<E>> {
    const key = this.#kind.keyOf(this.#segment.entry.name, number);
    const [bytes] = await this.#storage.read([key]);
    if (bytes === undefined) throw new MissingRecordError(key);
    return this.#kind.entries(bytes, this.#after ?? '');
  }
}
