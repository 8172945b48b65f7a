/** Taking an import back out of the digest. */
import type { IDBPTransaction } from 'idb';
import { resolve, sourceOrder } from '../digest/merge.ts';
import type { DigestRecord } from '../paper/paper.ts';
import type { KindredSchema, StoredPaper, StoreName, UndoEntry } from './database.ts';

type Writing = IDBPTransaction<KindredSchema, StoreName[], 'readwrite'>;

/** The rows that stand in place of `current` once the change is taken back. */
function rowsBefore(current: StoredPaper, entry: UndoEntry): StoredPaper[] {
  const isAsLeft = (source: (typeof sourceOrder)[number]) =>
    current.record.claims[source]?.seenAt === entry.seenAt[source];
  if (sourceOrder.every(isAsLeft)) return entry.before;
  // Works that were joined and have been spoken of since stay joined.
  if (entry.before.length > 1) return [current];
  const claims: DigestRecord['claims'] = {};
  for (const source of sourceOrder) {
    const held = isAsLeft(source) ? entry.before[0]?.record : current.record;
    const claim = held?.claims[source];
    if (claim) claims[source] = claim;
  }
  const record = { id: current.id, claims };
  return [{ ...current, record, listedAt: resolve(record).listedAt }];
}

/** So many entries are read at once. */
const entriesAtOnce = 1_000;

/** Undoes, last first, everything kept under the name, and forgets it. */
export async function undoChange(transaction: Writing, name: string): Promise<void> {
  const kept = transaction.objectStore('undo');
  const places = await kept.index('undo').getAllKeys(name);
  for (let end = places.length; end > 0; end -= entriesAtOnce) {
    const some = places.slice(Math.max(0, end - entriesAtOnce), end);
    const entries = await Promise.all(some.map((place) => kept.get(place)));
    await undoEntries(
      transaction,
      entries.flatMap((entry) => entry ?? []),
    );
    await Promise.all(some.map((place) => kept.delete(place)));
  }
}

async function undoEntries(transaction: Writing, entries: UndoEntry[]): Promise<void> {
  const papers = transaction.objectStore('papers');
  const queue = transaction.objectStore('toIndex');
  const ids = [...new Set(entries.map(({ after }) => after))];
  const found = await Promise.all(ids.map((id) => papers.get(id)));
  const rows = new Map(found.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const writes: Promise<unknown>[] = [];
  for (const entry of entries.reverse()) {
    const current = rows.get(entry.after);
    if (!current) continue;
    rows.delete(current.id);
    writes.push(papers.delete(current.id), queue.add({ id: current.id, change: 'removed' }));
    for (const row of rowsBefore(current, entry)) {
      rows.set(row.id, row);
      writes.push(papers.put(row), queue.add({ id: row.id, change: 'put' }));
      writes.push(transaction.objectStore('aliases').delete(row.id));
    }
  }
  await Promise.all(writes);
}
