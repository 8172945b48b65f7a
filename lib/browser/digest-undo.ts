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

/** Undoes, last first, everything kept under the name, and forgets it. */
export async function undoChange(transaction: Writing, name: string): Promise<void> {
  const papers = transaction.objectStore('papers');
  const queue = transaction.objectStore('toIndex');
  const kept = transaction.objectStore('undo');
  const places = await kept.index('undo').getAllKeys(name);
  for (const place of places.reverse()) {
    const entry = await kept.get(place);
    const current = entry && (await papers.get(entry.after));
    if (entry && current) {
      await papers.delete(current.id);
      await queue.add({ id: current.id, change: 'removed' });
      for (const row of rowsBefore(current, entry)) {
        await papers.put(row);
        await transaction.objectStore('aliases').delete(row.id);
        await queue.add({ id: row.id, change: 'put' });
      }
    }
    await kept.delete(place);
  }
}
