/**
 * The index's records in IndexedDB: an object store named `index` with out-of-line keys.
 */
import type { IDBPDatabase } from 'idb';
import type { IndexStorage } from '../index/index-storage.ts';

const storeName = 'index';

/** Storage over an open database that has the store. Rejects as IndexedDB does. */
export function indexStorage(database: IDBPDatabase): IndexStorage {
  return {
    async read(keys) {
      const store = database.transaction(storeName).store;
      return Promise.all(keys.map((key) => store.get(key)));
    },
    async write(put, remove) {
      const transaction = database.transaction(storeName, 'readwrite');
      const { store, done } = transaction;
      const requests: Promise<unknown>[] = [];
      try {
        for (const key of remove) requests.push(store.delete(key));
        for (const [key, bytes] of put) requests.push(store.put(bytes, key));
        await Promise.all([...requests, done]);
      } catch (error) {
        // A value that cannot be stored throws before the transaction knows of it: nothing is kept.
        for (const request of [...requests, done]) request.catch(() => undefined);
        try {
          transaction.abort();
        } catch {
          // It has ended already.
        }
        throw error;
      }
    },
    async clear() {
      await database.clear(storeName);
    },
  };
}
