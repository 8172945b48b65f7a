/** The digest in IndexedDB. */
import type { IDBPTransaction } from 'idb';
import { mergeRecords, resolve, sourceOrder } from '../digest/merge.ts';
import type { Arrival, DigestStore, IndexChange, PutOutcome, Queued } from '../digest/store.ts';
import { compareKeys, join, keysOf } from '../paper/identity.ts';
import type { DigestRecord, PaperId } from '../paper/paper.ts';
import type { DatabaseConnection, KindredSchema, StoredPaper, StoreName } from './database.ts';
import { undoChange } from './digest-undo.ts';

type Reading = IDBPTransaction<KindredSchema, StoreName[], 'readonly' | 'readwrite'>;
type Writing = IDBPTransaction<KindredSchema, StoreName[], 'readwrite'>;

const written: StoreName[] = ['papers', 'aliases', 'toIndex', 'arrivals', 'undo'];

function keysOfRecord(record: DigestRecord): PaperId[] {
  const claims = sourceOrder.flatMap((source) => record.claims[source] ?? []);
  return [...new Set([record.id, ...claims.flatMap(keysOf)])];
}

/** A record as a row, with what it is found by. */
function rowOf(record: DigestRecord, keys: PaperId[]): StoredPaper {
  return { id: record.id, listedAt: resolve(record).listedAt, keys, record };
}

async function rowsSharing(transaction: Reading, keys: PaperId[]): Promise<StoredPaper[]> {
  const index = transaction.objectStore('papers').index('keys');
  const found = await Promise.all(keys.map((key) => index.getAll(key)));
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

/** The id a former id stands for. Former ids may lead to one another, never round. */
async function currentId(transaction: Reading, id: PaperId): Promise<PaperId> {
  let current = id;
  for (let steps = 0; steps < 10; steps++) {
    const next = await transaction.objectStore('aliases').get(current);
    if (next === undefined) break;
    current = next;
  }
  return current;
}

async function rowOfId(transaction: Reading, id: PaperId): Promise<StoredPaper | undefined> {
  const papers = transaction.objectStore('papers');
  return (await papers.get(id)) ?? papers.get(await currentId(transaction, id));
}

async function putRecord(
  transaction: Writing,
  record: DigestRecord,
  arrival: Omit<Arrival, 'id'>,
  undo: string | undefined,
  outcome: PutOutcome,
): Promise<void> {
  const keys = keysOfRecord(record);
  const sharing = await rowsSharing(transaction, keys);
  const { work, joined, absorbed } = join(keys, sharing);
  const before = sharing.filter((row) => joined.includes(row.id));
  const merged = { ...before.map((row) => row.record).reduce(mergeRecords, record), id: work.id };
  const after = rowOf(merged, work.keys);
  const only = before.length === 1 ? before[0] : undefined;
  if (only && JSON.stringify(only) === JSON.stringify(after)) return;

  const papers = transaction.objectStore('papers');
  const queue = transaction.objectStore('toIndex');
  const writes: Promise<unknown>[] = [papers.put(after)];
  for (const id of absorbed) {
    writes.push(papers.delete(id), queue.add({ id, change: 'removed' }));
    writes.push(transaction.objectStore('aliases').put(work.id, id));
    outcome.merged.push({ from: id, to: work.id });
  }
  // An id that was once another's is a paper of its own again.
  writes.push(transaction.objectStore('aliases').delete(work.id));
  if (before.length === 0) {
    outcome.added.push(work.id);
    writes.push(transaction.objectStore('arrivals').add({ id: work.id, ...arrival }));
  }
  const readsTheSame =
    only && JSON.stringify(resolve(only.record)) === JSON.stringify(resolve(merged));
  if (before.length > 0 && !readsTheSame) outcome.changed.push(work.id);
  if (!readsTheSame) writes.push(queue.add({ id: work.id, change: 'put' }));
  if (undo !== undefined) {
    const claims = sourceOrder.flatMap((source) => merged.claims[source] ?? []);
    const seenAt = Object.fromEntries(claims.map((claim) => [claim.source, claim.seenAt]));
    writes.push(transaction.objectStore('undo').add({ undo, before, after: work.id, seenAt }));
  }
  await Promise.all(writes);
}

/** The store over a connection. */
export function digestStore(database: DatabaseConnection): DigestStore {
  async function* rowBatches(size: number): AsyncGenerator<StoredPaper[], void> {
    let after: PaperId | null = null;
    for (;;) {
      const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
      const rows: StoredPaper[] = await database.transact(['papers'], 'readonly', (transaction) =>
        transaction.objectStore('papers').getAll(range, size),
      );
      if (rows.length > 0) yield rows;
      if (rows.length < size) return;
      after = rows.at(-1)?.id ?? null;
    }
  }

  async function* mapped<T>(size: number, each: (row: StoredPaper) => T) {
    for await (const rows of rowBatches(size)) yield rows.map(each);
  }

  async function queued<T>(store: 'toIndex' | 'arrivals', limit: number): Promise<Queued<T>[]> {
    return database.transact([store], 'readonly', async (transaction) => {
      const [places, values] = await Promise.all([
        transaction.objectStore(store).getAllKeys(null, limit),
        transaction.objectStore(store).getAll(null, limit),
      ]);
      return values.map((value, at) => ({ ...(value as T), place: places[at] as number }));
    });
  }

  async function done(store: 'toIndex' | 'arrivals', places: number[]): Promise<void> {
    await database.transact([store], 'readwrite', (transaction) =>
      Promise.all(places.map((place) => transaction.objectStore(store).delete(place))),
    );
  }

  async function rows(ids: PaperId[]): Promise<StoredPaper[]> {
    return database.transact<StoreName[], 'readonly', StoredPaper[]>(
      ['papers', 'aliases'],
      'readonly',
      async (transaction) => {
        const found = await Promise.all(ids.map((id) => rowOfId(transaction, id)));
        return found.filter((row) => row !== undefined);
      },
    );
  }

  return {
    put: (records, { kind, at, undo }) =>
      database.transact<StoreName[], 'readwrite', PutOutcome>(
        written,
        'readwrite',
        async (transaction) => {
          const outcome: PutOutcome = { added: [], changed: [], merged: [] };
          for (const record of records) {
            await putRecord(transaction, record, { kind, at }, undo, outcome);
          }
          const added = new Set(outcome.added);
          outcome.changed = [...new Set(outcome.changed)].filter((id) => !added.has(id));
          return outcome;
        },
      ),

    async get(ids) {
      return (await rows(ids)).map((row) => resolve(row.record));
    },

    async records(ids) {
      return (await rows(ids)).map((row) => row.record);
    },

    find: (keys) =>
      database.transact<StoreName[], 'readonly', ReturnType<typeof resolve> | null>(
        ['papers'],
        'readonly',
        async (transaction) => {
          const sharing = await rowsSharing(transaction, keys);
          const best = join(keys, sharing).joined.sort(compareKeys)[0];
          const row = sharing.find((one) => one.id === best);
          return row ? resolve(row.record) : null;
        },
      ),

    currentIds: (ids) =>
      database.transact<StoreName[], 'readonly', PaperId[]>(
        ['aliases'],
        'readonly',
        (transaction) => Promise.all(ids.map((id) => currentId(transaction, id))),
      ),

    byListing: ({ since, limit }) =>
      database.transact(['papers'], 'readonly', async (transaction) => {
        const range = since === undefined ? null : IDBKeyRange.lowerBound([since]);
        const index = transaction.objectStore('papers').index('listedAt');
        const papers = [];
        let cursor = await index.openCursor(range, 'prev');
        for (; cursor && papers.length < limit; cursor = await cursor.continue()) {
          papers.push(resolve(cursor.value.record));
        }
        return papers;
      }),

    counts: () =>
      database.transact(['papers'], 'readonly', async (transaction) => {
        const store = transaction.objectStore('papers');
        const [papers, listed, newest] = await Promise.all([
          store.count(),
          store.index('listedAt').count(),
          store.index('listedAt').openKeyCursor(null, 'prev'),
        ]);
        return { papers, listed, newestListing: newest?.key[0] ?? null };
      }),

    async withoutAbstract(limit) {
      const ids: PaperId[] = [];
      for await (const papers of mapped(500, (row) => resolve(row.record))) {
        for (const paper of papers) {
          if (paper.abstract === '' && paper.arxivId !== null) ids.push(paper.id);
        }
        if (ids.length >= limit) break;
      }
      return ids.slice(0, limit);
    },

    batches: (size) => mapped(size, (row) => resolve(row.record)),
    recordBatches: (size) => mapped(size, (row) => row.record),
    keyBatches: (size) => mapped(size, ({ id, keys }) => ({ id, keys })),

    async remove(ids) {
      await database.transact(['papers', 'toIndex'], 'readwrite', (transaction) =>
        Promise.all(
          ids.flatMap((id) => [
            transaction.objectStore('papers').delete(id),
            transaction.objectStore('toIndex').add({ id, change: 'removed' }),
          ]),
        ),
      );
    },

    undo: (name) =>
      database.transact<StoreName[], 'readwrite', void>(written, 'readwrite', (transaction) =>
        undoChange(transaction, name),
      ),

    async dropUndo(except) {
      await database.transact(['undo'], 'readwrite', async (transaction) => {
        let cursor = await transaction.objectStore('undo').openCursor();
        for (; cursor; cursor = await cursor.continue()) {
          if (cursor.value.undo !== except) await cursor.delete();
        }
      });
    },

    toIndex: (limit) => queued<IndexChange>('toIndex', limit),
    indexed: (places) => done('toIndex', places),

    async reindexAll() {
      await database.transact(['papers', 'toIndex'], 'readwrite', async (transaction) => {
        const ids = await transaction.objectStore('papers').getAllKeys();
        const queue = transaction.objectStore('toIndex');
        await queue.clear();
        await Promise.all(ids.map((id) => queue.add({ id, change: 'put' })));
      });
    },

    arrivals: (limit) => queued<Arrival>('arrivals', limit),
    seen: (places) => done('arrivals', places),
  };
}
