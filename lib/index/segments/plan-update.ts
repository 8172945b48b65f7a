/**
 * Planning an update: one new segment for what comes, a bit for each document that goes.
 */
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
import { type Records, writeSegment } from './segment-writer.ts';
import type { Snapshot } from './snapshot.ts';

/** The records and the manifest that an update leads to, or null when it changes nothing. */
export function planUpdate(
  manifest: Manifest,
  snapshot: Snapshot,
  change: { put: IndexedPaper[]; remove: PaperId[] },
): SegmentChange | null {
  const put = new Map(change.put.map((paper) => [paper.id, paper]));
  const gone = new Set([...change.remove, ...put.keys()]);
  const next: SegmentChange = {
    put: [],
    remove: [],
    manifest: { ...manifest, segments: [] },
    dead: new Map(),
  };
  let changed = false;
  for (const segment of snapshot.segments) {
    const buried = bury(segment, gone);
    if (buried === null) {
      next.manifest.segments.push(segment.entry);
      continue;
    }
    changed = true;
    const merging = manifest.merge?.inputs.includes(segment.entry.name) ?? false;
    if (buried.entry.dead === buried.entry.docs && !merging) {
      next.remove.push(...segmentKeys(segment.entry));
      continue;
    }
    next.manifest.segments.push(buried.entry);
    next.put.push([partKey.dead(buried.entry.name), buried.bits]);
    next.dead.set(buried.entry.name, buried.bits);
  }
  if (put.size > 0) {
    const papers = [...put.values()].sort((a, b) => byCodePoint(a.id, b.id));
    const written: { segment: SegmentEntry; records: Records } = writeSegment(
      String(manifest.next),
      papers,
    );
    next.manifest.next++;
    next.manifest.segments.push(written.segment);
    next.put.push(...written.records);
    changed = true;
  }
  return changed ? next : null;
}

/** A segment's entry and dead bits without some ids, or null when it holds none of them. */
function bury(
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
