/** Plans an update: one new segment for the added papers, a dead bit for each removed one. */
import type { PaperId } from '../../paper/paper.ts';
import type { IndexedPaper } from '../indexed-paper.ts';
import { byCodePoint } from './bytes.ts';
import {
  type Manifest,
  partKey,
  type SegmentChange,
  type SegmentEntry,
  segmentKeys,
} from './manifest.ts';
import type { Segment } from './segment.ts';
import { writeSegment } from './segment-writer.ts';
import type { Snapshot } from './snapshot.ts';

/** The records and the manifest after an update; null when it changes nothing. */
export function planUpdate(
  manifest: Manifest,
  snapshot: Snapshot,
  change: { put: IndexedPaper[]; remove: PaperId[] },
): SegmentChange | null {
  const put = new Map(change.put.map((paper) => [paper.id, paper]));
  const removed = new Set([...change.remove, ...put.keys()]);
  const next: SegmentChange = {
    put: [],
    remove: [],
    manifest: { ...manifest, segments: [] },
    dead: new Map(),
  };
  let isChanged = false;
  for (const segment of snapshot.segments) {
    const marked = markDead(segment, removed);
    if (marked === null) {
      next.manifest.segments.push(segment.entry);
      continue;
    }
    isChanged = true;
    const merging = manifest.merge?.inputs.includes(segment.entry.name) ?? false;
    if (marked.entry.dead === marked.entry.docs && !merging) {
      next.remove.push(...segmentKeys(segment.entry));
      continue;
    }
    next.manifest.segments.push(marked.entry);
    next.put.push([partKey.dead(marked.entry.name), marked.bits]);
    next.dead.set(marked.entry.name, marked.bits);
  }
  if (put.size > 0) {
    const papers = [...put.values()].sort((a, b) => byCodePoint(a.id, b.id));
    const written = writeSegment(String(manifest.next), papers);
    next.manifest.next++;
    next.manifest.segments.push(written.segment);
    next.put.push(...written.records);
    isChanged = true;
  }
  return isChanged ? next : null;
}

/** A segment's entry and dead bits after removing some ids; null when it has none of them. */
function markDead(
  segment: Segment,
  ids: Iterable<PaperId>,
): { entry: SegmentEntry; bits: Uint8Array } | null {
  const entry = { ...segment.entry };
  let bits: Uint8Array | null = null;
  for (const id of ids) {
    const doc = segment.docOf(id);
    if (doc < 0 || segment.isDead(doc)) continue;
    bits ??= segment.deadBits().slice();
    bits[doc >> 3] = (bits[doc >> 3] ?? 0) | (1 << (doc & 7));
    entry.dead++;
    entry.length -= segment.lengthOf(doc);
  }
  return bits === null ? null : { entry, bits };
}
