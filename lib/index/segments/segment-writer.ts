/** Writes the records of one segment from papers. */

import { hashOfWords, type IndexedPaper } from '../indexed-paper.ts';
import { inCodePointOrder } from './bytes.ts';
import { bytesPerDoc, dayNumber, factOffset, sourceBits, storedUpvotes } from './doc-facts.ts';
import { partKey, type SegmentEntry } from './manifest.ts';
import { LeafWriter, type PackedPostings } from './postings.ts';
import { PostingsBuilder } from './postings-builder.ts';
import { StringTableWriter } from './string-table.ts';
import { TermCounts } from './term-counts.ts';

/** A leaf is closed once it has this many bytes. docs/ranking.md compares other sizes. */
const leafBytes = 32_768;

export type Records = [key: string, bytes: Uint8Array][];

/** What the leaves of terms and those of words have in common. */
interface LeafBuilder<V> {
  /** In bytes. */
  readonly size: number;
  readonly isEmpty: boolean;
  add(text: string, value: V): void;
  toBytes(): Uint8Array;
}

/** Writes leaves of strings one after another, and the first string of each into the entry. */
class LeafSequence<V> {
  readonly records: Records = [];
  readonly #firsts: string[];
  readonly #keyOf: (number: number) => string;
  readonly #newLeaf: () => LeafBuilder<V>;
  #leaf: LeafBuilder<V>;

  /** `firsts`: the list of the segment's entry, which may have leaves already. */
  constructor(firsts: string[], keyOf: (number: number) => string, newLeaf: () => LeafBuilder<V>) {
    this.#firsts = firsts;
    this.#keyOf = keyOf;
    this.#newLeaf = newLeaf;
    this.#leaf = newLeaf();
  }

  /** Strings must come in code point order. */
  add(text: string, value: V): void {
    if (this.#leaf.isEmpty) this.#firsts.push(text);
    this.#leaf.add(text, value);
    if (this.#leaf.size >= leafBytes) this.close();
  }

  /** Whether all that was added is in records. */
  get isAtBoundary(): boolean {
    return this.#leaf.isEmpty;
  }

  close(): void {
    if (this.#leaf.isEmpty) return;
    this.records.push([this.#keyOf(this.#firsts.length - 1), this.#leaf.toBytes()]);
    this.#leaf = this.#newLeaf();
  }
}

export const termLeaves = ({ name, leaves }: SegmentEntry): LeafSequence<PackedPostings> =>
  new LeafSequence(
    leaves,
    (number) => partKey.leaf(name, number),
    () => new LeafWriter(),
  );

/** Words have no value: give `[]`. */
export const wordLeaves = ({ name, words }: SegmentEntry): LeafSequence<number[]> =>
  new LeafSequence(
    words,
    (number) => partKey.words(name, number),
    () => new StringTableWriter(),
  );

/** The records of papers, which must come once each, in code point order of their ids. */
export function writeSegment(
  name: string,
  papers: IndexedPaper[],
): { segment: SegmentEntry; records: Records } {
  const segment: SegmentEntry = {
    name,
    docs: papers.length,
    dead: 0,
    length: 0,
    leaves: [],
    words: [],
  };
  const counts = new TermCounts();
  const { tokenizer } = counts;
  const postings = new PostingsBuilder();
  const ids = new StringTableWriter();
  const docs = new DataView(new ArrayBuffer(papers.length * bytesPerDoc));
  papers.forEach((paper, doc) => {
    counts.count(paper);
    const length = postings.add(doc, counts);
    ids.add(paper.id, []);
    const at = doc * bytesPerDoc;
    docs.setUint16(at + factOffset.length, length, true);
    docs.setUint16(at + factOffset.day, dayNumber(paper.published), true);
    docs.setUint16(at + factOffset.upvotes, storedUpvotes(paper.upvotes), true);
    docs.setUint8(at + factOffset.sources, sourceBits(paper.sources));
    const titleWords = counts.titleWords.map((word) => tokenizer.folded[word] ?? '');
    docs.setUint32(at + factOffset.titleHash, hashOfWords(titleWords), true);
    segment.length += length;
  });
  const terms = termLeaves(segment);
  postings.inOrder(tokenizer.terms, (term, list) => terms.add(term, list));
  terms.close();
  const words = wordLeaves(segment);
  const spellings = tokenizer.folded.filter((_, at) => (tokenizer.termOf[at] ?? -1) >= 0);
  for (const word of inCodePointOrder([...new Set(spellings)])) words.add(word, []);
  words.close();
  const records: Records = [
    [partKey.docs(name), new Uint8Array(docs.buffer)],
    [partKey.ids(name), ids.toBytes()],
    ...terms.records,
    ...words.records,
  ];
  return { segment, records };
}
