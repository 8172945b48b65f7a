/** The digest in IndexedDB. */
import { resolve } from '../digest/merge.ts';
import type { Outline } from '../digest/outline.ts';
import type { StoredPaper } from '../digest/put.ts';
import type {
  DigestCounts,
  DigestStore,
  IndexChange,
  NewPaper,
  PutOptions,
  PutOutcome,
  Queued,
} from '../digest/store.ts';
import { compareKeys, type KeyedWork, planMerge } from '../paper/identity.ts';
import type { DigestRecord, Paper, PaperId } from '../paper/paper.ts';
import type { Day } from '../time/days.ts';
import type {
  DatabaseConnection,
  ReadTransaction,
  StoreName,
  WriteTransaction,
} from './database.ts';
import { putRecords } from './digest-put.ts';
import { currentId, rowOfId, rowsSharing } from './digest-rows.ts';
import { undoChange } from './digest-undo.ts';
import { invalidateOutline, outlineCache } from './outline-cache.ts';
import { StoredQueue } from './stored-queue.ts';

/** Every store that a change of papers may write. */
const writtenStores: StoreName[] = ['papers', 'aliases', 'toIndex', 'arrivals', 'undo', 'meta'];

/**
 * The number of papers, stored beside them: counting takes a browser longer than an answer with
 * related papers. Every change of papers deletes it in the same transaction.
 */
const countsKey = 'paper-counts';
/** How often the papers have changed. */
const changesKey = 'paper-changes';
const asNumber = (value: unknown) => (typeof value === 'number' ? value : 0);
type PaperCounts = Omit<DigestCounts, 'indexBacklog'>;

const paperOf = ({ record }: StoredPaper): Paper => resolve(record);

async function putAndInvalidate(
  transaction: WriteTransaction,
  records: DigestRecord[],
  options: PutOptions & { isUnknown: boolean },
): Promise<PutOutcome> {
  const outcome = await putRecords(transaction, records, options);
  const merged = outcome.merged.flatMap(({ from, to }) => [from, to]);
  await invalidateOutline(transaction, [...outcome.added, ...outcome.changed, ...merged]);
  return outcome;
}

/**
 * The digest over a database connection.
 *
 * @example
 * const digest = new IndexedDbDigestStore(new DatabaseConnection());
 * const records = claims.flatMap((claim) => recordOf(claim) ?? []);
 * const { added } = await digest.put(records, { kind: 'check', at: new Date().toISOString() });
 * const papers = await digest.get(added);
 */
export class IndexedDbDigestStore implements DigestStore {
  readonly #database: DatabaseConnection;
  readonly #indexQueue: StoredQueue<'toIndex'>;
  readonly #newPapers: StoredQueue<'arrivals'>;

  constructor(database: DatabaseConnection) {
    this.#database = database;
    this.#indexQueue = new StoredQueue(database, 'toIndex');
    this.#newPapers = new StoredQueue(database, 'arrivals');
  }

  put(records: DigestRecord[], options: PutOptions): Promise<PutOutcome> {
    return this.#change((transaction) =>
      putAndInvalidate(transaction, records, { ...options, isUnknown: false }),
    );
  }

  putNew(
    records: DigestRecord[],
    { since, ...options }: PutOptions & { since: number },
  ): Promise<number | null> {
    return this.#changeSince(since, async (transaction, changes) => {
      await putAndInvalidate(transaction, records, { ...options, isUnknown: true });
      return changes;
    });
  }

  changes(): Promise<number> {
    return this.#database.transact(['meta'], 'readonly', async (transaction) =>
      asNumber(await transaction.objectStore('meta').get(changesKey)),
    );
  }

  async get(ids: PaperId[]): Promise<Paper[]> {
    return (await this.#rows(ids)).map(paperOf);
  }

  async records(ids: PaperId[]): Promise<DigestRecord[]> {
    return (await this.#rows(ids)).map((row) => row.record);
  }

  find(keys: PaperId[]): Promise<Paper | null> {
    return this.#read(['papers'], async (transaction) => {
      const sharing = await rowsSharing(transaction, keys);
      const best = planMerge(keys, sharing).joined.sort(compareKeys)[0];
      const row = sharing.find(({ id }) => id === best);
      return row ? paperOf(row) : null;
    });
  }

  currentIds(ids: PaperId[]): Promise<PaperId[]> {
    return this.#read(['aliases'], (transaction) =>
      Promise.all(ids.map((id) => currentId(transaction, id))),
    );
  }

  byListing({ since, limit }: { since?: Day; limit: number }): Promise<Paper[]> {
    return this.#database.transact(['papers'], 'readonly', async (transaction) => {
      const index = transaction.objectStore('papers').index('listedAt');
      if (since !== undefined) {
        // Reading a range at once takes a tenth of the time of a cursor's steps.
        const rows = await index.getAll(IDBKeyRange.lowerBound([since]));
        return rows.reverse().slice(0, limit).map(paperOf);
      }
      const papers: Paper[] = [];
      let cursor = await index.openCursor(null, 'prev');
      for (; cursor && papers.length < limit; cursor = await cursor.continue()) {
        papers.push(paperOf(cursor.value));
      }
      return papers;
    });
  }

  async counts(): Promise<DigestCounts> {
    const [stored, indexBacklog] = await this.#database.transact(
      ['meta', 'toIndex'],
      'readonly',
      (all) =>
        Promise.all([all.objectStore('meta').get(countsKey), all.objectStore('toIndex').count()]),
    );
    const counts = (stored as PaperCounts | undefined) ?? (await this.#countPapers());
    return { ...counts, indexBacklog };
  }

  outline(): Promise<Outline> {
    return outlineCache(this.#database, (size) => this.#rowBatches(size));
  }

  async withoutAbstract(limit: number): Promise<PaperId[]> {
    const ids: PaperId[] = [];
    for await (const papers of this.batches(500)) {
      for (const { id, abstract, arxivId } of papers) {
        if (abstract === '' && arxivId !== null) ids.push(id);
      }
      if (ids.length >= limit) break;
    }
    return ids.slice(0, limit);
  }

  batches(size: number): AsyncGenerator<Paper[], void> {
    return this.#mappedBatches(size, paperOf);
  }

  recordBatches(size: number): AsyncGenerator<DigestRecord[], void> {
    return this.#mappedBatches(size, (row) => row.record);
  }

  keyBatches(size: number): AsyncGenerator<(KeyedWork & { record: DigestRecord })[], void> {
    return this.#mappedBatches(size, ({ id, keys, record }) => ({ id, keys, record }));
  }

  async remove(ids: PaperId[]): Promise<void> {
    await this.#change((transaction) =>
      Promise.all<unknown>([
        invalidateOutline(transaction, ids),
        ...ids.flatMap((id) => [
          transaction.objectStore('papers').delete(id),
          transaction.objectStore('toIndex').add({ id, change: 'removed' }),
        ]),
      ]),
    );
  }

  undo(name: string): Promise<void> {
    return this.#change(async (transaction) => {
      await invalidateOutline(transaction, null);
      await undoChange(transaction, name);
    });
  }

  async dropUndo(except?: string): Promise<void> {
    await this.#database.transact(['undo'], 'readwrite', async (transaction) => {
      const undo = transaction.objectStore('undo');
      if (except === undefined) return undo.clear();
      const others = await Promise.all([
        undo.index('undo').getAllKeys(IDBKeyRange.upperBound(except, true)),
        undo.index('undo').getAllKeys(IDBKeyRange.lowerBound(except, true)),
      ]);
      await Promise.all(others.flat().map((key) => undo.delete(key)));
    });
  }

  indexQueue(limit: number): Promise<Queued<IndexChange>[]> {
    return this.#indexQueue.oldest(limit);
  }

  ackIndexQueue(keys: number[]): Promise<void> {
    return this.#indexQueue.acknowledge(keys);
  }

  async reindexAll(): Promise<void> {
    await this.#database.transact(['papers', 'toIndex'], 'readwrite', async (transaction) => {
      const ids = await transaction.objectStore('papers').getAllKeys();
      const queue = transaction.objectStore('toIndex');
      await queue.clear();
      await Promise.all(ids.map((id) => queue.add({ id, change: 'put' })));
    });
  }

  newPapers(limit: number): Promise<Queued<NewPaper>[]> {
    return this.#newPapers.oldest(limit);
  }

  ackNewPapers(keys: number[]): Promise<void> {
    return this.#newPapers.acknowledge(keys);
  }

  #read<T>(stores: StoreName[], work: (transaction: ReadTransaction) => Promise<T>): Promise<T> {
    return this.#database.transact<StoreName[], 'readonly', T>(stores, 'readonly', work);
  }

  /** Does nothing and resolves to null where the papers have changed since `since`. */
  #changeSince<T>(
    since: number | null,
    work: (transaction: WriteTransaction, changes: number) => Promise<T>,
  ): Promise<T | null> {
    return this.#database.transact<StoreName[], 'readwrite', T | null>(
      writtenStores,
      'readwrite',
      async (transaction) => {
        const meta = transaction.objectStore('meta');
        const before = asNumber(await meta.get(changesKey));
        if (since !== null && since !== before) return null;
        const changes = before + 1;
        await Promise.all([meta.put(changes, changesKey), meta.delete(countsKey)]);
        return work(transaction, changes);
      },
    );
  }

  #change<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#changeSince(null, work) as Promise<T>;
  }

  #rows(ids: PaperId[]): Promise<StoredPaper[]> {
    return this.#read(['papers', 'aliases'], async (transaction) => {
      const found = await Promise.all(ids.map((id) => rowOfId(transaction, id)));
      return found.filter((row) => row !== undefined);
    });
  }

  async *#rowBatches(size: number): AsyncGenerator<StoredPaper[], void> {
    let after: PaperId | null = null;
    for (;;) {
      const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
      const rows: StoredPaper[] = await this.#database.transact(
        ['papers'],
        'readonly',
        (transaction) => transaction.objectStore('papers').getAll(range, size),
      );
      if (rows.length > 0) yield rows;
      if (rows.length < size) return;
      after = rows.at(-1)?.id ?? null;
    }
  }

  async *#mappedBatches<T>(size: number, map: (row: StoredPaper) => T) {
    for await (const rows of this.#rowBatches(size)) yield rows.map(map);
  }

  #countPapers(): Promise<PaperCounts> {
    return this.#database.transact(['papers', 'meta'], 'readwrite', async (transaction) => {
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
}
