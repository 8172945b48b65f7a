/**
 * The digest's outline, kept beside the papers: making it reads them all. Whatever changes papers
 * calls `dropOutline` in the same transaction.
 */
import type { IDBPTransaction } from 'idb';
import { resolve } from '../digest/merge.ts';
import { joinOutlines, type Outline, outlineOf } from '../digest/outline.ts';
import type { DatabaseConnection, KindredSchema, StoredPaper, StoreName } from './database.ts';

const keptKey = 'outline';
/** Names the making under way; gone when the papers have changed since it began. */
const makingKey = 'outline-making';
const papersAtOnce = 1_000;

type Writing = IDBPTransaction<KindredSchema, StoreName[], 'readwrite'>;

export async function dropOutline(transaction: Writing): Promise<void> {
  const meta = transaction.objectStore('meta');
  await Promise.all([meta.delete(keptKey), meta.delete(makingKey)]);
}

export async function keptOutline(
  database: DatabaseConnection,
  rowBatches: (size: number) => AsyncGenerator<StoredPaper[], void>,
): Promise<Outline> {
  const kept = await database.transact(['meta'], 'readonly', (transaction) =>
    transaction.objectStore('meta').get(keptKey),
  );
  if (kept !== undefined) return kept as Outline;
  const making = crypto.randomUUID();
  await database.transact(['meta'], 'readwrite', (transaction) =>
    transaction.objectStore('meta').put(making, makingKey),
  );
  const parts: Outline[] = [];
  for await (const rows of rowBatches(papersAtOnce)) {
    parts.push(outlineOf(rows.map(({ record }) => resolve(record))));
  }
  const outline = joinOutlines(parts);
  await database.transact(['meta'], 'readwrite', async (transaction) => {
    const meta = transaction.objectStore('meta');
    if ((await meta.get(makingKey)) === making) await meta.put(outline, keptKey);
  });
  return outline;
}
