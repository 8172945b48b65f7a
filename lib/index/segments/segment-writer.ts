/**
 * Papers to the records of one segment.
 */

import { hashOfWords, type IndexedPaper } from '../indexed-paper.ts';
import { inCodePointOrder } from './bytes.ts';
import { dayNumber, docBytes, factAt, sourceBits, storedUpvotes } from './doc-facts.ts';
import { partKey, type SegmentEntry } from './manifest.ts';
import { LeafWriter, type PackedPostings } from './postings.ts';
import { PostingsBuilder } from './postings-builder.ts';
import { StringTableWriter } from './string-table.ts';
import { TermCounts } from './term-counts.ts';

/** A leaf is closed once it holds this many bytes. See docs/ranking.md for what other sizes gave. */
export const leafBytes = 32_768;

export type Records = [key: string, bytes: Uint8Array][];

/** Writes leaves of postings one after another. */
export class TermLeaves {
  readonly records: Records = [];
  readonly #segment: SegmentEntry;
  #leaf = new LeafWriter();

  /** Adds to a segment's entry what it writes; `segment` may have leaves already. */
  constructor(segment: SegmentEntry) {
    this.#segment = segment;
  }

  add(term: string, postings: PackedPostings): void {
    if (this.#leaf.isEmpty) this.#segment.leaves.push(term);
    this.#leaf.add(term, postings);
    if (this.#leaf.size >= leafBytes) this.close();
  }

  /** No leaf is half full. */
  get atBoundary(): boolean {
    return this.#leaf.isEmpty;
  }

  close(): void {
    if (this.#leaf.isEmpty) return;
    const number = this.#segment.leaves.length - 1;
    this.records.push([partKey.leaf(this.#segment.name, number), this.#leaf.take()]);
    this.#leaf = new LeafWriter();
  }
}

/** Writes leaves of words one after another. */
export class WordLeaves {
  readonly records: Records = [];
  readonly #segment: SegmentEntry;
  #leaf = new StringTableWriter();

  constructor(segment: SegmentEntry) {
    this.#segment = segment;
  }

  add(word: string): void {
    if (this.#leaf.count === 0) this.#segment.words.push(word);
    this.#leaf.add(word, []);
    if (this.#leaf.size >= leafBytes) this.close();
  }

  get atBoundary(): boolean {
    return this.#leaf.count === 0;
  }

  close(): void {
    if (this.#leaf.count === 0) return;
    const number = this.#segment.words.length - 1;
    this.records.push([partKey.words(this.#segment.name, number), this.#leaf.take()]);
    this.#leaf = new StringTableWriter();
  }
}

/** The records of papers that are each there once, in code point order of their ids. */
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
  const { reader } = counts;
  const gathered = new PostingsBuilder();
  const ids = new StringTableWriter();
  const docs = new DataView(new ArrayBuffer(papers.length * docBytes));
  papers.forEach((paper, doc) => {
    counts.count(paper);
    const length = gathered.add(doc, counts);
    ids.add(paper.id, []);
    const at = doc * docBytes;
    docs.setUint16(at + factAt.length, length, true);
    docs.setUint16(at + factAt.day, dayNumber(paper.published), true);
    docs.setUint16(at + factAt.upvotes, storedUpvotes(paper.upvotes), true);
    docs.setUint8(at + factAt.sources, sourceBits(paper.sources));
    const titleWords = counts.titleWords.map((word) => reader.folded[word] ?? '');
    docs.setUint32(at + factAt.titleHash, hashOfWords(titleWords), true);
    segment.length += length;
  });
  const termLeaves = new TermLeaves(segment);
  gathered.inOrder(reader.terms, (term, postings) => termLeaves.add(term, postings));
  termLeaves.close();
  const wordLeaves = new WordLeaves(segment);
  const words = new Set(
    reader.folded.filter((_, spelling) => (reader.termOf[spelling] ?? -1) >= 0),
  );
  for (const word of inCodePointOrder([...words])) wordLeaves.add(word);
  wordLeaves.close();
  const records: Records = [
    [partKey.docs(name), new Uint8Array(docs.buffer)],
    [partKey.ids(name), ids.take()],
    ...termLeaves.records,
    ...wordLeaves.records,
  ];
  return { segment, records };
}
