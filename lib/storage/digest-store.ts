/** The digest in IndexedDB. */
import type { IDBPTransaction } from 'idb';
import { resolve } from '../digest/merge.ts';
import type {
  DigestCounts,
  DigestStore,
  IndexChange,
  NewPaper,
  NewPaperOrigin,
  PutOutcome,
  Queued,
} from '../digest/store.ts';
import { compareKeys, planMerge } from '../paper/identity.ts';
import type { DigestRecord, PaperId } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';
import type { DatabaseConnection, KindredSchema, StoredPaper, StoreName } from './database.ts';
import { putRecords, rowsSharing } from './digest-put.ts';
import { undoChange } from './digest-undo.ts';
import { invalidateOutline, outlineCache } from './outline-cache.ts';

type Writing = IDBPTransaction<KindredSchema, StoreName[], 'readwrite'>;
type Reading = IDBPTransaction<KindredSchema, StoreName[], 'readonly' | 'readwrite'>;

const written: StoreName[] = ['papers', 'aliases', 'toIndex', 'arrivals', 'undo', 'meta'];

/**
 * How many papers there are, kept beside them: counting takes a browser longer than a related
 * answer. Whatever changes papers removes it in the same transaction.
 */
const countsKey = 'paper-counts';
/** Where it is counted how often the papers have changed. */
const changesKey = 'paper-changes';
const asNumber = (value: unknown) => (typeof value === 'number' ? value : 0);
type PaperCounts = Pick<DigestCounts, 'papers' | 'listed' | 'newestListing'>;

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

/** `unknown`: no stored row shares a key with any of the records. */
async function putNoted(
  transaction: Writing,
  records: DigestRecord[],
  { kind, at, undo }: { kind: NewPaperOrigin; at: Moment; undo: string | undefined },
  unknown: boolean,
): Promise<PutOutcome> {
  const outcome = await putRecords(transaction, records, { arrival: { kind, at }, undo, unknown });
  const joined = outcome.merged.flatMap(({ from, to }) => [from, to]);
  await invalidateOutline(transaction, [...outcome.added, ...outcome.changed, ...joined]);
  return outcome;
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
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return;
    await database.transact([store], 'readwrite', async (transaction) => {
      const queue = transaction.objectStore(store);
      // Places without a gap, as they mostly are, go in one request.
      if (last - first === places.length - 1) await queue.delete(IDBKeyRange.bound(first, last));
      else await Promise.all(places.map((place) => queue.delete(place)));
    });
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

  async function countPapers(): Promise<PaperCounts> {
    return database.transact(['papers', 'meta'], 'readwrite', async (transaction) => {
      const store = transaction.objectStore('papers');
      const [papers, listed, newest] = await Promise.all([
        store.count(),
        store.index('listedAt').count(),
        store.index('listedAt').openKeyCursor(null, 'prev'),
      ]);
      const counts = { papers, listed, newestListing: newest?.key[0] ?? null };
      await transaction.objectStore('meta').put(counts, countsKey);
      return counts;
    });
  }

  /** Null, and nothing is changed, where the papers have changed since `since`. */
  async function changeSince<T>(
    since: number | null,
    work: (transaction: Writing, changes: number) => Promise<T>,
  ): Promise<T | null> {
    return database.transact<StoreName[], 'readwrite', T | null>(
      written,
      'readwrite',
      async (all) => {
        const meta = all.objectStore('meta');
        const before = asNumber(await meta.get(changesKey));
        if (since !== null && since !== before) return null;
        const changes = before + 1;
        await Promise.all([meta.put(changes, changesKey), meta.delete(countsKey)]);
        return work(all, changes);
      },
    );
  }

  const change = <T>(work: (transaction: Writing) => Promise<T>) =>
    changeSince(null, work) as Promise<T>;

  return {
    put: (records, { kind, at, undo }) =>
      change((transaction) => putNoted(transaction, records, { kind, at, undo }, false)),

    putNew: (records, { kind, at, undo, since }) =>
      changeSince(since, async (transaction, changes) => {
        await putNoted(transaction, records, { kind, at, undo }, true);
        return changes;
      }),

    changes: () =>
      database.transact(['meta'], 'readonly', async (transaction) =>
        asNumber(await transaction.objectStore('meta').get(changesKey)),
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
          const best = planMerge(keys, sharing).joined.sort(compareKeys)[0];
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
        if (range !== null) {
          // Reading a range at once takes a tenth of the time of a cursor's steps.
          const rows = await index.getAll(range);
          return rows
            .reverse()
            .slice(0, limit)
            .map((row) => resolve(row.record));
        }
        const papers = [];
        let cursor = await index.openCursor(range, 'prev');
        for (; cursor && papers.length < limit; cursor = await cursor.continue()) {
          papers.push(resolve(cursor.value.record));
        }
        return papers;
      }),

    async counts() {
      const [kept, waiting] = await database.transact(['meta', 'toIndex'], 'readonly', (all) =>
        Promise.all([all.objectStore('meta').get(countsKey), all.objectStore('toIndex').count()]),
      );
      return { ...((kept as PaperCounts | undefined) ?? (await countPapers())), waiting };
    },

    outline: () => outlineCache(database, rowBatches),

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
    keyBatches: (size) => mapped(size, ({ id, keys, record }) => ({ id, keys, record })),

    async remove(ids) {
      await change((transaction) =>
        Promise.all<unknown>([
          invalidateOutline(transaction, ids),
          ...ids.flatMap((id) => [
            transaction.objectStore('papers').delete(id),
            transaction.objectStore('toIndex').add({ id, change: 'removed' }),
          ]),
        ]),
      );
    },

    undo: (name) =>
      change(async (transaction) => {
        await invalidateOutline(transaction, null);
        await undoChange(transaction, name);
      }),

    async dropUndo(except) {
      await database.transact(['undo'], 'readwrite', async (transaction) => {
        const kept = transaction.objectStore('undo');
        if (except === undefined) return kept.clear();
        const others = await Promise.all([
          kept.index('undo').getAllKeys(IDBKeyRange.upperBound(except, true)),
          kept.index('undo').getAllKeys(IDBKeyRange.lowerBound(except, true)),
        ]);
        await Promise.all(others.flat().map((place) => kept.delete(place)));
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

    arrivals: (limit) => queued<NewPaper>('arrivals', limit),
    seen: (places) => done('arrivals', places),
  };
}
