/** What storing a record changes: its merge with the stored rows, whether it is new, and its undo. */
import { keysOf, planMerge } from '../paper/identity.ts';
import type { Claim, DigestRecord, PaperId, Source } from '../paper/paper.ts';
import type { Day, Moment } from '../time/days.ts';
import { mergeRecords, resolve, sourceOrder } from './merge.ts';
import type { NewPaperOrigin } from './store.ts';

/** A record as the database stores it, with what the database finds it by. */
export interface StoredPaper {
  id: PaperId;
  /** Null for a paper that Daily Papers has not listed; such papers are not in the `listedAt` index. */
  listedAt: Day | null;
  /** Every key that the paper is or was known by, its id among them. */
  keys: PaperId[];
  record: DigestRecord;
}

/** One paper before and after a change that can be undone. */
export interface UndoEntry {
  undo: string;
  /** Empty for a new paper; several where the change merged them. */
  before: StoredPaper[];
  after: PaperId;
  /** When each source's claim was made, as the change left it: a later claim is not undone. */
  seenAt: Partial<Record<Source, Moment>>;
}

/** The writes that store one record. */
export interface PutPlan {
  /** Rows that the new row replaces. */
  before: StoredPaper[];
  after: StoredPaper;
  /** Ids of replaced rows, which become aliases of the new row. */
  absorbed: PaperId[];
  /** The id is no row's yet. If it is an alias, it becomes a paper of its own again. */
  isNewId: boolean;
  isAdded: boolean;
  /** The paper reads differently now, so the index needs it again. */
  isChanged: boolean;
  /** Topics are to see it. */
  isNews: boolean;
}

const claimsOf = ({ claims }: DigestRecord): Claim[] =>
  sourceOrder.flatMap((source) => claims[source] ?? []);

/** Every key of a record, its id among them. */
export function keysOfRecord(record: DigestRecord): PaperId[] {
  return [...new Set([record.id, ...claimsOf(record).flatMap(keysOf)])];
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Plans the storing of a record with these keys (`keysOfRecord`). `sharing` are the stored rows that
 * share a key with it. Null where the stored row says the same already.
 */
export function planPut(
  record: DigestRecord,
  keys: PaperId[],
  sharing: StoredPaper[],
  origin: NewPaperOrigin,
): PutPlan | null {
  const { work, joined, absorbed } = planMerge(keys, sharing);
  const before = sharing.filter((row) => joined.includes(row.id));
  const merged = { ...before.map((row) => row.record).reduce(mergeRecords, record), id: work.id };
  const paper = resolve(merged);
  const { listedAt } = paper;
  const after: StoredPaper = { id: work.id, listedAt, keys: work.keys, record: merged };
  const only = before.length === 1 ? before[0] : undefined;
  if (only && isSame(only, after)) return null;
  const isAdded = before.length === 0;
  // A paper known from elsewhere that Daily Papers lists now is news for topics that watch it.
  const isListedNow = listedAt !== null && before.every((row) => row.listedAt === null);
  return {
    before,
    after,
    absorbed,
    isNewId: !joined.includes(work.id),
    isAdded,
    isChanged: !only || !isSame(resolve(only.record), paper),
    isNews: origin !== 'import' && (isAdded || isListedNow),
  };
}

/** What undoes a plan, to be stored under a name. */
export function undoEntry(undo: string, { before, after }: PutPlan): UndoEntry {
  const seenAt = Object.fromEntries(
    claimsOf(after.record).map((claim) => [claim.source, claim.seenAt]),
  );
  return { undo, before, after: after.id, seenAt };
}

/** The rows to store instead of `current` when an entry is undone. */
export function rowsBefore(current: StoredPaper, { before, seenAt }: UndoEntry): StoredPaper[] {
  const isUnchanged = (source: Source) => current.record.claims[source]?.seenAt === seenAt[source];
  if (sourceOrder.every(isUnchanged)) return before;
  // Merged papers that a source has spoken of since stay merged.
  if (before.length > 1) return [current];
  const claims: DigestRecord['claims'] = {};
  for (const source of sourceOrder) {
    const held = isUnchanged(source) ? before[0]?.record : current.record;
    const claim = held?.claims[source];
    if (claim) claims[source] = claim;
  }
  const record = { id: current.id, claims };
  return [{ ...current, record, listedAt: resolve(record).listedAt }];
}
