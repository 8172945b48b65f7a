/**
 * The one IndexedDB database. It holds what was fetched and what was computed from it: a cache,
 * which may be rebuilt. What the reader made lives in `storage.local`.
 */
import {
  type DBSchema,
  deleteDB,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import type { Arrival, IndexChange } from '../digest/store.ts';
import { newerData } from '../messages/failure.ts';
import type { Day, DigestRecord, Moment, PaperId, Source } from '../paper/paper.ts';

export const databaseName = 'kindred';
const version = 1;

/** A record with what the database finds it by. */
export interface StoredPaper {
  id: PaperId;
  /** Null for a paper that Daily Papers has not listed; such are not in the `listedAt` index. */
  listedAt: Day | null;
  /** Every key the work is or was known by, its id among them. */
  keys: PaperId[];
  record: DigestRecord;
}

/** One work before and after a change that can be taken back. */
export interface UndoEntry {
  undo: string;
  /** Empty for a new work; several where the change joined them. */
  before: StoredPaper[];
  after: PaperId;
  /** When each source's claim was made, as the change left it: a later one is not taken back. */
  seenAt: Partial<Record<Source, Moment>>;
}

export interface KindredSchema extends DBSchema {
  papers: {
    key: PaperId;
    value: StoredPaper;
    indexes: { listedAt: [Day, PaperId]; keys: PaperId };
  };
  /** Ids that a work was kept under before, and the id it is kept under now. */
  aliases: { key: PaperId; value: PaperId };
  /** Changes the index has not taken yet, in order. */
  toIndex: { key: number; value: IndexChange };
  /** Papers stored for the first time that topics have not seen yet, in order. */
  arrivals: { key: number; value: Arrival };
  /** The indexes' own records. */
  index: { key: IDBValidKey; value: unknown };
  /** Single values by name: update state, index generation. */
  meta: { key: string; value: unknown };
  undo: { key: number; value: UndoEntry; indexes: { undo: string } };
}

export type StoreName = StoreNames<KindredSchema>;
/** A connection that opens when first used and again after the browser has closed it. */
export interface DatabaseConnection {
  /**
   * Runs `work` in one transaction: all of it is stored, or, when it throws, nothing. Inside, await
   * nothing but the transaction's own requests.
   * @throws {FailureError} 'newer' where a newer version made the database
   */
  transact<Names extends StoreName[], Mode extends 'readonly' | 'readwrite', T>(
    stores: [...Names],
    mode: Mode,
    work: (transaction: IDBPTransaction<KindredSchema, Names, Mode>) => Promise<T>,
  ): Promise<T>;
  close(): Promise<void>;
  /** Deletes everything. The next use starts an empty database. */
  destroy(): Promise<void>;
}

function createStores(database: IDBPDatabase<KindredSchema>): void {
  const papers = database.createObjectStore('papers', { keyPath: 'id' });
  papers.createIndex('listedAt', ['listedAt', 'id']);
  papers.createIndex('keys', 'keys', { multiEntry: true });
  database.createObjectStore('aliases');
  database.createObjectStore('toIndex', { autoIncrement: true });
  database.createObjectStore('arrivals', { autoIncrement: true });
  database.createObjectStore('index');
  database.createObjectStore('meta');
  database.createObjectStore('undo', { autoIncrement: true }).createIndex('undo', 'undo');
}

async function empty(database: IDBPDatabase<KindredSchema>): Promise<void> {
  const transaction = database.transaction(database.objectStoreNames, 'readwrite');
  for (const store of database.objectStoreNames) void transaction.objectStore(store).clear();
  await transaction.done;
}

/** Nothing is opened before the first transaction. */
export function databaseConnection(name: string = databaseName): DatabaseConnection {
  let opening: Promise<IDBPDatabase<KindredSchema>> | null = null;

  const forget = () => {
    opening = null;
  };

  async function openOnce(): Promise<IDBPDatabase<KindredSchema>> {
    return openDB<KindredSchema>(name, version, {
      upgrade: createStores,
      blocking(_current, _blocked, event) {
        // Another context wants to delete or upgrade: stand aside, open again when next used.
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
  }

  function open(): Promise<IDBPDatabase<KindredSchema>> {
    opening ??= openOnce().catch((error: unknown) => {
      forget();
      // Imported papers cannot be fetched again, so a newer version's database is never deleted.
      const isNewer = error instanceof DOMException && error.name === 'VersionError';
      throw isNewer ? newerData() : error;
    });
    return opening;
  }

  async function begin<Names extends StoreName[], Mode extends 'readonly' | 'readwrite'>(
    stores: [...Names],
    mode: Mode,
  ): Promise<IDBPTransaction<KindredSchema, Names, Mode>> {
    try {
      return (await open()).transaction(stores as Names, mode);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      forget();
      return (await open()).transaction(stores as Names, mode);
    }
  }

  async function close(): Promise<void> {
    const open = opening;
    forget();
    (await open?.catch(() => null))?.close();
  }

  return {
    async transact(stores, mode, work) {
      const transaction = await begin(stores, mode);
      // Rejects when aborted; awaited below, and must not count as unhandled until then.
      transaction.done.catch(() => {});
      try {
        const result = await work(transaction);
        await transaction.done;
        return result;
      } catch (error) {
        try {
          transaction.abort();
        } catch {
          // Already aborted by the failure itself.
        }
        throw error;
      }
    },
    close,
    async destroy() {
      try {
        // Deleting would wait for every other context that has the database open; emptying does not.
        await empty(await open());
        await close();
      } catch {
        await close();
        await deleteDB(name);
      }
    },
  };
}
