/** Undoes an import in the stored digest. */
import { rowsBefore, type UndoEntry } from '../digest/put.ts';
import type { WriteTransaction } from './database.ts';

/** Entries read at a time. */
const batchSize = 1_000;

/** Undoes everything stored under the name, last first, and deletes it. */
export async function undoChange(transaction: WriteTransaction, name: string): Promise<void> {
  const undo = transaction.objectStore('undo');
  const keys = await undo.index('undo').getAllKeys(name);
  for (let end = keys.length; end > 0; end -= batchSize) {
    const batch = keys.slice(Math.max(0, end - batchSize), end);
    const entries = await Promise.all(batch.map((key) => undo.get(key)));
    await undoEntries(
      transaction,
      entries.flatMap((entry) => entry ?? []),
    );
    await Promise.all(batch.map((key) => undo.delete(key)));
  }
}

async function undoEntries(transaction: WriteTransaction, entries: UndoEntry[]): Promise<void> {
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
