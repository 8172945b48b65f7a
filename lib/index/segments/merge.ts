/**
 * Merges segments, one bounded step at a time. Until the merge ends, the inputs answer. The manifest
 * names what is written of the output, so an interrupted merge continues where it stopped. Papers
 * removed before the merge are left out of the output; papers removed during it are marked as dead
 * when it ends.
 */

import type { IndexStorage } from '../index-storage.ts';
import { byCodePoint } from './bytes.ts';
import { bytesPerDoc } from './doc-facts.ts';
import { mergeLeaves, termKind, wordKind } from './leaf-cursor.ts';
import {
  type Manifest,
  type MergeEntry,
  partKey,
  type SegmentChange,
  type SegmentEntry,
  segmentKeys,
} from './manifest.ts';
import { readPostings } from './postings.ts';
import { MissingRecordError, type Segment } from './segment.ts';
import { type Records, termLeaves, wordLeaves } from './segment-writer.ts';
import type { Snapshot } from './snapshot.ts';
import { StringTableWriter } from './string-table.ts';

/** Segments of one level that are merged into one. */
const fanIn = 4;
/** Segments of at most this many papers are of the lowest level; each next is `fanIn` times larger. */
const lowestLevelPapers = 1_024;
/** Leaves written in one step. */
const leavesPerStep = 16;
/** In the map of an input: a document that is not in the output. */
const absent = 0xffffffff;

/**
 * Plans the next step; null when there is nothing to merge.
 *
 * @throws {MissingRecordError} when a record of the merge is not in the storage
 */
export async function planMergeStep(
  manifest: Manifest,
  snapshot: Snapshot,
  storage: IndexStorage,
): Promise<SegmentChange | null> {
  const { merge } = manifest;
  if (merge === null) {
    const inputs = segmentsToMerge(snapshot.segments);
    return inputs === null ? null : beginMerge(manifest, inputs);
  }
  const running = new RunningMerge(manifest, merge, snapshot, storage);
  if (merge.phase === 'terms') return running.mergeTerms();
  return (await running.mergeWords()) ?? running.finish();
}

/** At least `fanIn` segments of one level, the smallest first, or one of mostly removed papers. */
function segmentsToMerge(segments: Segment[]): Segment[] | null {
  const levelOf = ({ liveDocs }: Segment) =>
    Math.max(0, Math.ceil(Math.log(liveDocs / lowestLevelPapers) / Math.log(fanIn)));
  const levels = [...Map.groupBy(segments, levelOf)].sort(([a], [b]) => a - b);
  for (const [, group] of levels) if (group.length >= fanIn) return group;
  const sparse = segments.find(({ entry }) => entry.dead * 3 > entry.docs);
  return sparse === undefined ? null : [sparse];
}

/** Writes documents, ids, and the maps from the inputs' document numbers to the output's. */
function beginMerge(manifest: Manifest, inputs: Segment[]): SegmentChange {
  const name = String(manifest.next);
  const output: SegmentEntry = { name, docs: 0, dead: 0, length: 0, leaves: [], words: [] };
  const put: Records = [];
  const live = inputs.flatMap((segment) => {
    const map = new Uint32Array(segment.entry.docs).fill(absent);
    put.push([partKey.map(name, segment.entry.name), new Uint8Array(map.buffer)]);
    const docs = segment.ids.texts().map((id, doc) => ({ id, segment, doc, map }));
    return docs.filter(({ doc }) => !segment.isDead(doc));
  });
  live.sort((a, b) => byCodePoint(a.id, b.id));
  const ids = new StringTableWriter();
  const docs = new Uint8Array(live.length * bytesPerDoc);
  for (const { id, segment, doc, map } of live) {
    ids.add(id, []);
    docs.set(segment.docEntry(doc), output.docs * bytesPerDoc);
    map[doc] = output.docs++;
    output.length += segment.lengthOf(doc);
  }
  put.push([partKey.docs(name), docs], [partKey.ids(name), ids.toBytes()]);
  const merge: MergeEntry = {
    inputs: inputs.map(({ entry }) => entry.name),
    output,
    termsDone: null,
    wordsDone: null,
    phase: 'terms',
  };
  return {
    put,
    remove: [],
    manifest: { ...manifest, next: manifest.next + 1, merge },
    dead: new Map(),
  };
}

/** A merge that the manifest names, and a copy of its output's entry to change. */
class RunningMerge {
  readonly #manifest: Manifest;
  readonly #merge: MergeEntry;
  readonly #inputs: Segment[];
  readonly #storage: IndexStorage;
  readonly #output: SegmentEntry;

  constructor(manifest: Manifest, merge: MergeEntry, snapshot: Snapshot, storage: IndexStorage) {
    this.#manifest = manifest;
    this.#merge = merge;
    this.#inputs = merge.inputs.flatMap((name) =>
      snapshot.segments.filter(({ entry }) => entry.name === name),
    );
    this.#storage = storage;
    const { output } = merge;
    this.#output = { ...output, leaves: [...output.leaves], words: [...output.words] };
  }

  async mergeTerms(): Promise<SegmentChange> {
    const maps = await this.#readMaps();
    const leaves = termLeaves(this.#output);
    let { termsDone } = this.#merge;
    let phase: MergeEntry['phase'] = 'words';
    for await (const [text, entries] of mergeLeaves(
      termKind,
      this.#inputs,
      this.#storage,
      termsDone,
    )) {
      const postings: number[] = [];
      for (const [{ list }, input] of entries) {
        const map = maps[input];
        readPostings(list, (doc, frequency) => {
          const moved = map?.[doc] ?? absent;
          if (moved !== absent) postings.push(moved * 16 + frequency);
        });
      }
      termsDone = text;
      if (postings.length > 0) leaves.add(text, Uint32Array.from(postings).sort());
      if (leaves.records.length >= leavesPerStep && leaves.isAtBoundary) {
        phase = 'terms';
        break;
      }
    }
    leaves.close();
    return this.#step({ termsDone, phase }, leaves.records);
  }

  /** Null when all words are merged. */
  async mergeWords(): Promise<SegmentChange | null> {
    const leaves = wordLeaves(this.#output);
    let { wordsDone } = this.#merge;
    for await (const [text] of mergeLeaves(wordKind, this.#inputs, this.#storage, wordsDone)) {
      wordsDone = text;
      leaves.add(text, []);
      if (leaves.records.length >= leavesPerStep && leaves.isAtBoundary) break;
    }
    if (wordsDone === this.#merge.wordsDone) return null;
    leaves.close();
    return this.#step({ wordsDone }, leaves.records);
  }

  /** Replaces the inputs with the output. */
  async finish(): Promise<SegmentChange> {
    const maps = await this.#readMaps();
    const output = this.#output;
    const bits = new Uint8Array((output.docs + 7) >> 3);
    this.#inputs.forEach((segment, input) => {
      maps[input]?.forEach((moved, doc) => {
        if (moved === absent || !segment.isDead(doc)) return;
        bits[moved >> 3] = (bits[moved >> 3] ?? 0) | (1 << (moved & 7));
        output.dead++;
        output.length -= segment.lengthOf(doc);
      });
    });
    const { inputs } = this.#merge;
    const others = this.#manifest.segments.filter(({ name }) => !inputs.includes(name));
    return {
      put: output.dead > 0 ? [[partKey.dead(output.name), bits]] : [],
      remove: [...this.#inputs.flatMap(({ entry }) => segmentKeys(entry)), ...this.#mapKeys()],
      manifest: { ...this.#manifest, segments: [...others, output], merge: null },
      dead: new Map(),
    };
  }

  #step(progress: Partial<MergeEntry>, put: Records): SegmentChange {
    const merge = { ...this.#merge, output: this.#output, ...progress };
    return { put, remove: [], manifest: { ...this.#manifest, merge }, dead: new Map() };
  }

  #mapKeys(): string[] {
    return this.#merge.inputs.map((input) => partKey.map(this.#merge.output.name, input));
  }

  /** For each input the output's number of each of its documents, or `absent`. */
  async #readMaps(): Promise<Uint32Array[]> {
    const keys = this.#mapKeys();
    const records = await this.#storage.read(keys);
    return records.map((bytes, i) => {
      if (bytes === undefined) throw new MissingRecordError(keys[i]);
      return new Uint32Array(bytes.slice().buffer);
    });
  }
}
