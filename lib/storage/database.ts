/**
 * The one IndexedDB database. It contains what was fetched and computed: a cache that can be rebuilt.
 * User data is in `storage.local`.
 */
import {
  type DBSchema,
  deleteDB,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import { Lazy } from '../concurrency/lazy.ts';
import type { StoredPaper, UndoEntry } from '../digest/put.ts';
import type { IndexChange, NewPaper } from '../digest/store.ts';
import { newerData } from '../failure/failure.ts';
import type { PaperId } from '../paper/paper.ts';
import type { Day } from '../time/days.ts';

const databaseName = 'kindred';
const version = 1;

export interface KindredSchema extends DBSchema {
  papers: {
    key: PaperId;
    value: StoredPaper;
    indexes: { listedAt: [Day, PaperId]; keys: PaperId };
  };
  /** Former ids of papers, and the ids that they point to now. */
  aliases: { key: PaperId; value: PaperId };
  /** The index queue: changes that the index has not taken yet, in order. */
  toIndex: { key: number; value: IndexChange };
  /** The topic queue: new papers that topics have not seen yet, in order. */
  arrivals: { key: number; value: NewPaper };
  /** The index's own records. */
  index: { key: IDBValidKey; value: unknown };
  /** Single values by name, such as the state of the update. */
  meta: { key: string; value: unknown };
  undo: { key: number; value: UndoEntry; indexes: { undo: string } };
}

export type StoreName = StoreNames<KindredSchema>;
export type WriteTransaction = IDBPTransaction<KindredSchema, StoreName[], 'readwrite'>;
export type ReadTransaction = IDBPTransaction<KindredSchema, StoreName[], 'readonly' | 'readwrite'>;

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

const isDomException = (error: unknown, name: string) =>
  error instanceof DOMException && error.name === name;

/** A connection that opens when first used, and again after the browser has closed it. */
export class DatabaseConnection {
  readonly #name: string;
  readonly #database = new Lazy(() => this.#open());

  constructor(name: string = databaseName) {
    this.#name = name;
  }

  /**
   * Runs `work` in one transaction: all of its writes are stored, or, when it throws, none. `work`
   * must await nothing but the transaction's own requests, or the browser commits it too early.
   */
  async transact<Names extends StoreName[], Mode extends 'readonly' | 'readwrite', T>(
    stores: [...Names],
    mode: Mode,
    work: (transaction: IDBPTransaction<KindredSchema, Names, Mode>) => Promise<T>,
  ): Promise<T> {
    const transaction = await this.#begin(stores, mode);
    // Rejects on abort. Awaited below, and must not count as unhandled until then.
    transaction.done.catch(() => {});
    try {
      const result = await work(transaction);
      await transaction.done;
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // The failure itself has aborted it.
      }
      throw error;
    }
  }

  /** Deletes everything. The next use starts with an empty database. */
  async destroy(): Promise<void> {
    try {
      // Deleting waits for every other context that has the database open; emptying does not.
      await empty(await this.#database.get());
      await this.close();
    } catch {
      await this.close();
      await deleteDB(this.#name);
    }
  }

  async close(): Promise<void> {
    const closing = this.#database.opened;
    this.#database.forget();
    (await closing?.catch(() => null))?.close();
  }

  async #open(): Promise<IDBPDatabase<KindredSchema>> {
    try {
      return await this.#openOnce();
    } catch (error) {
      // Imported papers cannot be fetched again, so a newer version's database is never deleted.
      throw isDomException(error, 'VersionError') ? newerData() : error;
    }
  }

  #openOnce(): Promise<IDBPDatabase<KindredSchema>> {
    const forget = () => this.#database.forget();
    return openDB<KindredSchema>(this.#name, version, {
      upgrade: createStores,
      blocking(_current, _blocked, event) {
        // Another context wants to delete or upgrade the database.
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
  }

  async #begin<Names extends StoreName[], Mode extends 'readonly' | 'readwrite'>(
    stores: [...Names],
    mode: Mode,
  ): Promise<IDBPTransaction<KindredSchema, Names, Mode>> {
    try {
      return (await this.#database.get()).transaction(stores as Names, mode);
    } catch (error) {
      // The browser closed the connection.
      if (!isDomException(error, 'InvalidStateError')) throw error;
      this.#database.forget();
      return (await this.#database.get()).transaction(stores as Names, mode);
    }
  }
}
