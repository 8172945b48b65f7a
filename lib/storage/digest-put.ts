/** Merging records into the stored digest, inside one transaction. */
import type { IDBPTransaction } from 'idb';
import { mergeRecords, resolve, sourceOrder } from '../digest/merge.ts';
import type { NewPaper, PutOutcome } from '../digest/store.ts';
import { keysOf, planMerge } from '../paper/identity.ts';
import type { DigestRecord, PaperId } from '../paper/paper.ts';
import type { KindredSchema, StoredPaper, StoreName } from './database.ts';

type Writing = IDBPTransaction<KindredSchema, StoreName[], 'readwrite'>;

function keysOfRecord(record: DigestRecord): PaperId[] {
  const claims = sourceOrder.flatMap((source) => record.claims[source] ?? []);
  return [...new Set([record.id, ...claims.flatMap(keysOf)])];
}

/** Rows that share a key with these, each once. */
export async function rowsSharing(
  transaction: IDBPTransaction<KindredSchema, StoreName[], 'readonly' | 'readwrite'>,
  keys: PaperId[],
): Promise<StoredPaper[]> {
  const index = transaction.objectStore('papers').index('keys');
  const found = await Promise.all(keys.map((key) => index.getAll(key)));
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

interface PutHow {
  arrival: Omit<NewPaper, 'id'>;
  undo: string | undefined;
  /** No stored row shares a key with any of the records. */
  unknown: boolean;
}

/**
 * Merges records one after the other. Their rows are looked up together beforehand, and again for
 * a record whose keys an earlier one has touched.
 */
export async function putRecords(
  transaction: Writing,
  records: DigestRecord[],
  how: PutHow,
): Promise<PutOutcome> {
  const outcome: PutOutcome = { added: [], changed: [], merged: [] };
  const lookups = await Promise.all(
    records.map(async (record) => {
      const keys = keysOfRecord(record);
      const sharing = how.unknown ? [] : await rowsSharing(transaction, keys);
      return { record, keys, sharing };
    }),
  );
  const aliased = new Set(await transaction.objectStore('aliases').getAllKeys());
  const under = { transaction, how, outcome, aliased };
  const touched = new Set<PaperId>();
  for (const { record, keys, sharing } of lookups) {
    const isStale = keys.some((key) => touched.has(key));
    const rows = isStale ? await rowsSharing(transaction, keys) : sharing;
    for (const key of putRecord(under, record, keys, rows)) touched.add(key);
  }
  const added = new Set(outcome.added);
  outcome.changed = [...new Set(outcome.changed)].filter((id) => !added.has(id));
  return outcome;
}

interface PutUnderWay {
  transaction: Writing;
  how: PutHow;
  outcome: PutOutcome;
  /** Ids that stand for another. */
  aliased: Set<PaperId>;
}

/** Requests the writes for one record and answers the keys they concern. */
function putRecord(
  { transaction, how: { arrival, undo }, outcome, aliased }: PutUnderWay,
  record: DigestRecord,
  keys: PaperId[],
  sharing: StoredPaper[],
): PaperId[] {
  const { work, joined, absorbed } = planMerge(keys, sharing);
  const before = sharing.filter((row) => joined.includes(row.id));
  const merged = { ...before.map((row) => row.record).reduce(mergeRecords, record), id: work.id };
  const listedAt = resolve(merged).listedAt;
  const after: StoredPaper = { id: work.id, listedAt, keys: work.keys, record: merged };
  const only = before.length === 1 ? before[0] : undefined;
  if (only && JSON.stringify(only) === JSON.stringify(after)) return [];

  const papers = transaction.objectStore('papers');
  const aliases = transaction.objectStore('aliases');
  const queue = transaction.objectStore('toIndex');
  written(papers.put(after));
  for (const id of absorbed) {
    written(papers.delete(id));
    written(queue.add({ id, change: 'removed' }));
    written(aliases.put(work.id, id));
    aliased.add(id);
    outcome.merged.push({ from: id, to: work.id });
  }
  // An id that was once another's is a paper of its own again.
  if (!joined.includes(work.id) && aliased.delete(work.id)) written(aliases.delete(work.id));
  if (before.length === 0) outcome.added.push(work.id);
  // Known from elsewhere and now listed in Daily Papers, it is news for those who watch that.
  const isListedNow = listedAt !== null && before.every((row) => row.listedAt === null);
  if (arrival.kind !== 'import' && (before.length === 0 || isListedNow)) {
    written(transaction.objectStore('arrivals').add({ id: work.id, ...arrival }));
  }
  const readsTheSame =
    only && JSON.stringify(resolve(only.record)) === JSON.stringify(resolve(merged));
  if (before.length > 0 && !readsTheSame) outcome.changed.push(work.id);
  if (!readsTheSame) written(queue.add({ id: work.id, change: 'put' }));
  if (undo !== undefined) {
    const claims = sourceOrder.flatMap((source) => merged.claims[source] ?? []);
    const seenAt = Object.fromEntries(claims.map((claim) => [claim.source, claim.seenAt]));
    written(transaction.objectStore('undo').add({ undo, before, after: work.id, seenAt }));
  }
  return work.keys;
}

/** A write is not waited for: one that fails aborts the transaction, and that is waited for. */
function written(request: Promise<unknown>): void {
  request.catch(() => {});
}
