/**
 * The digest's outline, kept beside the papers: making it reads them all. Whatever changes papers
 * notes in the same transaction which, and those alone are read when it is next asked for.
 */
import type { IDBPTransaction } from 'idb';
import { resolve } from '../digest/merge.ts';
import { buildOutline, joinOutlines, type Outline, outlineWithout } from '../digest/outline.ts';
import type { PaperId } from '../paper/paper.ts';
import type { DatabaseConnection, KindredSchema, StoredPaper, StoreName } from './database.ts';

const keptKey = 'outline';
/** Ids that the kept outline is wrong about. */
const changedKey = 'outline-changed';
/** Names the making under way; gone when papers have changed since it began. */
const makingKey = 'outline-making';

const papersAtOnce = 1_000;
/** From so many on it is made again. */
const mostChanged = 2_000;

type Writing = IDBPTransaction<KindredSchema, StoreName[], 'readwrite'>;

/** The papers with these ids are no longer as the outline has them; null: any of them. */
export async function invalidateOutline(
  transaction: Writing,
  ids: PaperId[] | null,
): Promise<void> {
  if (ids?.length === 0) return;
  const meta = transaction.objectStore('meta');
  await meta.delete(makingKey);
  const before = ((await meta.get(changedKey)) as PaperId[] | undefined) ?? [];
  const after = [...before, ...(ids ?? [])];
  if (ids !== null && after.length <= mostChanged && (await meta.getKey(keptKey)) !== undefined) {
    await meta.put(after, changedKey);
  } else {
    await Promise.all([meta.delete(keptKey), meta.delete(changedKey)]);
  }
}

export async function outlineCache(
  database: DatabaseConnection,
  rowBatches: (size: number) => AsyncGenerator<StoredPaper[], void>,
): Promise<Outline> {
  return (await broughtUp(database)) ?? madeAnew(database, rowBatches);
}

/** The kept outline with what has changed since; null where none is kept. */
async function broughtUp(database: DatabaseConnection): Promise<Outline | null> {
  const [kept, stale] = await database.transact(['meta'], 'readonly', (transaction) => {
    const meta = transaction.objectStore('meta');
    return Promise.all([meta.get(keptKey), meta.getKey(changedKey)]);
  });
  if (kept === undefined) return null;
  if (stale === undefined) return kept as Outline;
  return database.transact(['papers', 'meta'], 'readwrite', async (transaction) => {
    const meta = transaction.objectStore('meta');
    const [now, ids] = await Promise.all([meta.get(keptKey), meta.get(changedKey)]);
    if (now === undefined) return null;
    const changed = new Set((ids as PaperId[] | undefined) ?? []);
    const papers = transaction.objectStore('papers');
    const rows = await Promise.all([...changed].map((id) => papers.get(id)));
    const current = rows.flatMap((row) => (row ? [resolve(row.record)] : []));
    const outline = joinOutlines([outlineWithout(now as Outline, changed), buildOutline(current)]);
    await Promise.all([meta.put(outline, keptKey), meta.delete(changedKey)]);
    return outline;
  });
}

async function madeAnew(
  database: DatabaseConnection,
  rowBatches: (size: number) => AsyncGenerator<StoredPaper[], void>,
): Promise<Outline> {
  const making = crypto.randomUUID();
  await database.transact(['meta'], 'readwrite', (transaction) =>
    transaction.objectStore('meta').put(making, makingKey),
  );
  const parts: Outline[] = [];
  for await (const rows of rowBatches(papersAtOnce)) {
    parts.push(buildOutline(rows.map(({ record }) => resolve(record))));
  }
  const outline = joinOutlines(parts);
  await database.transact(['meta'], 'readwrite', async (transaction) => {
    const meta = transaction.objectStore('meta');
    if ((await meta.get(makingKey)) === making) await meta.put(outline, keptKey);
  });
  return outline;
}
