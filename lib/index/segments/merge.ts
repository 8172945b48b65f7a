/**
 * Merging segments, a bounded piece at a time. While it goes on the inputs answer; what is written
 * of the output is named by the manifest, so an interrupted merge goes on where it stopped. Papers
 * that were removed before the merge are left out of the output; those removed during it get their
 * bit when it ends.
 */

import type { IndexStorage } from '../index-storage.ts';
import { byCodePoint } from './bytes.ts';
import { docBytes } from './doc-facts.ts';
import {
  type Manifest,
  type MergeEntry,
  partKey,
  type SegmentChange,
  type SegmentEntry,
  segmentKeys,
} from './manifest.ts';
import { Leaf, readPostings } from './postings.ts';
import { MissingRecord, placeIn, type Segment } from './segment.ts';
import { type Records, TermLeaves, WordLeaves } from './segment-writer.ts';
import type { Snapshot } from './snapshot.ts';
import { StringTable, StringTableWriter } from './string-table.ts';

/** Segments of one level that are merged into one. */
const fanIn = 4;
/** Segments with fewer papers than this are all of the lowest level; each next is four times larger. */
const lowestLevel = 1_024;
/** Leaves written in one step. */
const leavesAStep = 16;
/** In the map of an input: a document that is not in the output. */
const absent = 0xffffffff;

/** Plans the next piece, or null when there is nothing worth merging. */
export async function planMergeStep(
  manifest: Manifest,
  snapshot: Snapshot,
  storage: IndexStorage,
): Promise<SegmentChange | null> {
  const { merge } = manifest;
  if (merge === null) {
    const inputs = worthMerging(snapshot.segments);
    return inputs === null ? null : begin(manifest, inputs);
  }
  const inputs = merge.inputs.flatMap((name) =>
    snapshot.segments.filter((segment) => segment.entry.name === name),
  );
  if (merge.phase === 'terms') return mergeTerms(manifest, merge, inputs, storage);
  const words = await mergeWords(manifest, merge, inputs, storage);
  return words ?? finish(manifest, merge, inputs, storage);
}

/** Enough segments of one level, the smallest level first, or one that is mostly removed papers. */
function worthMerging(segments: Segment[]): Segment[] | null {
  const levels = new Map<number, Segment[]>();
  for (const segment of segments) {
    const level = Math.max(
      0,
      Math.ceil(Math.log(segment.liveDocs / lowestLevel) / Math.log(fanIn)),
    );
    levels.set(level, [...(levels.get(level) ?? []), segment]);
  }
  for (const [, group] of [...levels].sort(([a], [b]) => a - b)) {
    if (group.length >= fanIn) return group;
  }
  const worn = segments.find(({ entry }) => entry.dead * 3 > entry.docs);
  return worn === undefined ? null : [worn];
}

/** Writes documents, ids and the maps from the inputs' document numbers to the output's. */
function begin(manifest: Manifest, inputs: Segment[]): SegmentChange {
  const name = String(manifest.next);
  const output: SegmentEntry = { name, docs: 0, dead: 0, length: 0, leaves: [], words: [] };
  const maps = inputs.map((input) => new Uint32Array(input.entry.docs).fill(absent));
  const live: { id: string; input: number; doc: number }[] = [];
  inputs.forEach((segment, input) => {
    let doc = 0;
    for (const { text } of segment.ids.entries()) {
      if (!segment.isDead(doc)) live.push({ id: text, input, doc });
      doc++;
    }
  });
  live.sort((a, b) => byCodePoint(a.id, b.id));
  const ids = new StringTableWriter();
  const docs = new Uint8Array(live.length * docBytes);
  for (const { id, input, doc } of live) {
    const segment = inputs[input];
    const map = maps[input];
    if (segment === undefined || map === undefined) continue;
    ids.add(id, []);
    docs.set(segment.docEntry(doc), output.docs * docBytes);
    map[doc] = output.docs++;
    output.length += segment.lengthOf(doc);
  }
  const merge: MergeEntry = {
    inputs: inputs.map(({ entry }) => entry.name),
    output,
    termsDone: null,
    wordsDone: null,
    phase: 'terms',
  };
  const put: Records = [
    [partKey.docs(name), docs],
    [partKey.ids(name), ids.take()],
  ];
  merge.inputs.forEach((input, i) => {
    put.push([partKey.map(name, input), new Uint8Array(maps[i]?.buffer ?? new ArrayBuffer(0))]);
  });
  return {
    put,
    remove: [],
    manifest: { ...manifest, next: manifest.next + 1, merge },
    dead: new Map(),
  };
}

async function mergeTerms(
  manifest: Manifest,
  merge: MergeEntry,
  inputs: Segment[],
  storage: IndexStorage,
): Promise<SegmentChange> {
  const maps = await readMaps(merge, storage);
  const output = copyOf(merge.output);
  const writer = new TermLeaves(output);
  const before = output.leaves.length;
  const cursors = await Promise.all(
    inputs.map((segment) =>
      Cursor.open(
        segment,
        segment.entry.leaves,
        partKey.leaf,
        storage,
        merge.termsDone,
        (bytes, from) => new Leaf(bytes).entries(from),
      ),
    ),
  );
  let termsDone = merge.termsDone;
  let phase: MergeEntry['phase'] = 'words';
  for await (const [text, held] of together(cursors)) {
    const postings: number[] = [];
    for (const [{ list }, input] of held) {
      const map = maps[input];
      readPostings(list, (doc, frequency) => {
        const moved = map?.[doc] ?? absent;
        if (moved !== absent) postings.push(moved * 16 + frequency);
      });
    }
    termsDone = text;
    if (postings.length > 0) writer.add(text, Uint32Array.from(postings).sort());
    if (output.leaves.length - before >= leavesAStep && writer.atBoundary) {
      phase = 'terms';
      break;
    }
  }
  writer.close();
  return step(manifest, { ...merge, output, termsDone, phase }, writer.records);
}

/** Null when the words were done already. */
async function mergeWords(
  manifest: Manifest,
  merge: MergeEntry,
  inputs: Segment[],
  storage: IndexStorage,
): Promise<SegmentChange | null> {
  const output = copyOf(merge.output);
  const writer = new WordLeaves(output);
  const before = output.words.length;
  const cursors = await Promise.all(
    inputs.map((segment) =>
      Cursor.open(
        segment,
        segment.entry.words,
        partKey.words,
        storage,
        merge.wordsDone,
        (bytes, from) => new StringTable(bytes, 0).entries(from),
      ),
    ),
  );
  let wordsDone = merge.wordsDone;
  for await (const [text] of together(cursors)) {
    wordsDone = text;
    writer.add(text);
    if (output.words.length - before >= leavesAStep && writer.atBoundary) break;
  }
  if (wordsDone === merge.wordsDone) return null;
  writer.close();
  return step(manifest, { ...merge, output, wordsDone }, writer.records);
}

/** Puts the output in the place of the inputs. */
async function finish(
  manifest: Manifest,
  merge: MergeEntry,
  inputs: Segment[],
  storage: IndexStorage,
): Promise<SegmentChange> {
  const maps = await readMaps(merge, storage);
  const output = copyOf(merge.output);
  const bits = new Uint8Array((output.docs + 7) >> 3);
  inputs.forEach((segment, input) => {
    maps[input]?.forEach((moved, doc) => {
      if (moved === absent || !segment.isDead(doc)) return;
      bits[moved >> 3] = (bits[moved >> 3] ?? 0) | (1 << (moved & 7));
      output.dead++;
      output.length -= segment.lengthOf(doc);
    });
  });
  const kept = manifest.segments.filter(({ name }) => !merge.inputs.includes(name));
  return {
    put: output.dead > 0 ? [[partKey.dead(output.name), bits]] : [],
    remove: [
      ...inputs.flatMap(({ entry }) => segmentKeys(entry)),
      ...merge.inputs.map((input) => partKey.map(output.name, input)),
    ],
    manifest: { ...manifest, segments: [...kept, output], merge: null },
    dead: new Map(),
  };
}

function step(manifest: Manifest, merge: MergeEntry, put: Records): SegmentChange {
  return { put, remove: [], manifest: { ...manifest, merge }, dead: new Map() };
}

const copyOf = (entry: SegmentEntry): SegmentEntry => ({
  ...entry,
  leaves: [...entry.leaves],
  words: [...entry.words],
});

async function readMaps(merge: MergeEntry, storage: IndexStorage): Promise<Uint32Array[]> {
  const keys = merge.inputs.map((input) => partKey.map(merge.output.name, input));
  const records = await storage.read(keys);
  return records.map((bytes, i) => {
    if (bytes === undefined) throw new MissingRecord(keys[i]);
    return new Uint32Array(bytes.slice().buffer);
  });
}

/** Goes along the leaves of one input, reading one at a time. */
class Cursor<E extends { text: string }> {
  current: E | null = null;
  #entries: Iterator<E> = [][Symbol.iterator]();
  #next: number;
  readonly #read: (number: number) => Promise<Iterator<E>>;
  readonly #leaves: number;

  private constructor(
    next: number,
    leaves: number,
    read: (number: number) => Promise<Iterator<E>>,
  ) {
    this.#next = next;
    this.#leaves = leaves;
    this.#read = read;
  }

  /** A cursor on the first string after `after`. */
  static async open<E extends { text: string }>(
    segment: Segment,
    firsts: string[],
    keyOf: (name: string, number: number) => string,
    storage: IndexStorage,
    after: string | null,
    parse: (bytes: Uint8Array, from: string) => Iterator<E>,
  ): Promise<Cursor<E>> {
    const start = after === null ? 0 : Math.max(0, placeIn(firsts, after));
    const cursor = new Cursor<E>(start, firsts.length, async (number) => {
      const key = keyOf(segment.entry.name, number);
      const [bytes] = await storage.read([key]);
      if (bytes === undefined) throw new MissingRecord(key);
      return parse(bytes, after ?? '');
    });
    await cursor.advance();
    if (after !== null && cursor.current?.text === after) await cursor.advance();
    return cursor;
  }

  async advance(): Promise<void> {
    for (;;) {
      const { value, done } = this.#entries.next();
      if (!done) {
        this.current = value;
        return;
      }
      if (this.#next >= this.#leaves) {
        this.current = null;
        return;
      }
      this.#entries = await this.#read(this.#next++);
    }
  }
}

/** Strings of all cursors in code point order, each once, with the entries that hold it. */
async function* together<E extends { text: string }>(
  cursors: Cursor<E>[],
): AsyncGenerator<[text: string, held: [entry: E, cursor: number][]]> {
  for (;;) {
    let least: string | null = null;
    for (const { current } of cursors) {
      if (current !== null && (least === null || byCodePoint(current.text, least) < 0)) {
        least = current.text;
      }
    }
    if (least === null) return;
    const held: [E, number][] = [];
    for (const [number, cursor] of cursors.entries()) {
      if (cursor.current?.text !== least) continue;
      held.push([cursor.current, number]);
    }
    yield [least, held];
    for (const [, number] of held) await cursors[number]?.advance();
  }
}
