/**
 * The digest's outline, stored beside the papers: building it reads them all. Every change of papers
 * notes their ids in the same transaction, and the next caller reads only those.
 */
import { resolve } from '../digest/merge.ts';
import { buildOutline, joinOutlines, type Outline, outlineWithout } from '../digest/outline.ts';
import type { StoredPaper } from '../digest/put.ts';
import type { PaperId } from '../paper/paper.ts';
import type { DatabaseConnection, WriteTransaction } from './database.ts';

const outlineKey = 'outline';
/** Ids of papers that have changed since the outline was stored. */
const changedKey = 'outline-changed';
/** Identifies the build that is running; deleted when papers change in the meantime. */
const buildKey = 'outline-making';

const batchSize = 1_000;
/** Above this many changed papers the outline is built from scratch. */
const maxChanged = 2_000;

type RowBatches = (size: number) => AsyncGenerator<StoredPaper[], void>;

/** Notes that papers with these ids have changed; null: any papers. */
export async function invalidateOutline(
  transaction: WriteTransaction,
  ids: PaperId[] | null,
): Promise<void> {
  if (ids?.length === 0) return;
  const meta = transaction.objectStore('meta');
  await meta.delete(buildKey);
  const before = ((await meta.get(changedKey)) as PaperId[] | undefined) ?? [];
  const after = [...before, ...(ids ?? [])];
  if (ids !== null && after.length <= maxChanged && (await meta.getKey(outlineKey)) !== undefined) {
    await meta.put(after, changedKey);
  } else {
    await Promise.all([meta.delete(outlineKey), meta.delete(changedKey)]);
  }
}

/** The outline of all papers, from the cache where there is one. */
export async function outlineCache(
  database: DatabaseConnection,
  rowBatches: RowBatches,
): Promise<Outline> {
  return (await cachedOutline(database)) ?? rebuildOutline(database, rowBatches);
}

/** The stored outline, brought up to date; null where none is stored. */
async function cachedOutline(database: DatabaseConnection): Promise<Outline | null> {
  const [stored, changedAt] = await database.transact(['meta'], 'readonly', (transaction) => {
    const meta = transaction.objectStore('meta');
    return Promise.all([meta.get(outlineKey), meta.getKey(changedKey)]);
  });
  if (stored === undefined) return null;
  if (changedAt === undefined) return stored as Outline;
  return database.transact(['papers', 'meta'], 'readwrite', async (transaction) => {
    const meta = transaction.objectStore('meta');
    const [current, ids] = await Promise.all([meta.get(outlineKey), meta.get(changedKey)]);
    if (current === undefined) return null;
    const changed = new Set((ids as PaperId[] | undefined) ?? []);
    const papers = transaction.objectStore('papers');
    const rows = await Promise.all([...changed].map((id) => papers.get(id)));
    const changedPapers = rows.flatMap((row) => (row ? [resolve(row.record)] : []));
    const outline = joinOutlines([
      outlineWithout(current as Outline, changed),
      buildOutline(changedPapers),
    ]);
    await Promise.all([meta.put(outline, outlineKey), meta.delete(changedKey)]);
    return outline;
  });
}

async function rebuildOutline(
  database: DatabaseConnection,
  rowBatches: RowBatches,
): Promise<Outline> {
  const build = crypto.randomUUID();
  await database.transact(['meta'], 'readwrite', (transaction) =>
    transaction.objectStore('meta').put(build, buildKey),
  );
  const parts: Outline[] = [];
  for await (const rows of rowBatches(batchSize)) {
    parts.push(buildOutline(rows.map(({ record }) => resolve(record))));
  }
  const outline = joinOutlines(parts);
  await database.transact(['meta'], 'readwrite', async (transaction) => {
    const meta = transaction.objectStore('meta');
    if ((await meta.get(buildKey)) === build) await meta.put(outline, outlineKey);
  });
  return outline;
}
