/**
 * The manifest: the small record that lists the live segments. It is written in the same transaction
 * as the records it names, so it names a whole index whatever is interrupted.
 */
import { decodeText, encodeText } from './bytes.ts';

/** Increased when the stored bytes or the terms of a text change: an older index is rebuilt, never read. */
const indexVersion = 2;

export const manifestKey = 'manifest';

/** A segment; its records have keys `<name>/<part>`. */
export interface SegmentEntry {
  name: string;
  /** Documents, removed ones included. */
  docs: number;
  /** Documents removed or replaced since the segment was written. */
  dead: number;
  /** Sum of the lengths of the documents that are not removed. */
  length: number;
  /** First term of each leaf of postings. */
  leaves: string[];
  /** First word of each leaf of words. */
  words: string[];
}

/** A running merge: `output` is incomplete, `inputs` still answer. */
export interface MergeEntry {
  inputs: string[];
  output: SegmentEntry;
  /** The last term and the last word in the output; null before the first. */
  termsDone: string | null;
  wordsDone: string | null;
  phase: 'terms' | 'words';
}

export interface Manifest {
  version: number;
  /** Number for the name of the next segment. */
  next: number;
  segments: SegmentEntry[];
  merge: MergeEntry | null;
}

/** One write: records to store and to remove, and the manifest after it. */
export interface SegmentChange {
  put: [string, Uint8Array][];
  remove: string[];
  manifest: Manifest;
  /** The dead bits that changed, by segment. */
  dead: Map<string, Uint8Array>;
}

export const emptyManifest: Manifest = {
  version: indexVersion,
  next: 1,
  segments: [],
  merge: null,
};

export const encodeManifest = (manifest: Manifest): Uint8Array =>
  encodeText(JSON.stringify(manifest));

/** Null for a manifest of another version and for any other bytes. */
export function decodeManifest(bytes: Uint8Array): Manifest | null {
  try {
    const manifest = JSON.parse(decodeText(bytes)) as Manifest;
    return manifest.version === indexVersion ? manifest : null;
  } catch {
    return null;
  }
}

/** Keys of a segment's records. */
export const partKey = {
  /** Facts of each document: see doc-facts.ts. */
  docs: (name: string) => `${name}/docs`,
  /** Ids in code point order: a document's number is the position of its id. */
  ids: (name: string) => `${name}/ids`,
  /** One bit per document, set when it is removed. Written only when some are. */
  dead: (name: string) => `${name}/dead`,
  leaf: (name: string, number: number) => `${name}/terms-${number}`,
  words: (name: string, number: number) => `${name}/words-${number}`,
  /** While merging: the output's document number of each document of an input. */
  map: (name: string, input: string) => `${name}/map-${input}`,
};

/** The keys of all records that a segment may have. */
export function segmentKeys(segment: SegmentEntry): string[] {
  return [
    partKey.docs(segment.name),
    partKey.ids(segment.name),
    partKey.dead(segment.name),
    ...segment.leaves.map((_, number) => partKey.leaf(segment.name, number)),
    ...segment.words.map((_, number) => partKey.words(segment.name, number)),
  ];
}
