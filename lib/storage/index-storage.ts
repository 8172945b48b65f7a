/** The index's records, by key, in the object store `index`. */
import type { IndexStorage } from '../index/index-storage.ts';
import type { DatabaseConnection } from './database.ts';

/** Every write is one transaction. Methods reject with IndexedDB's own errors. */
export function indexStorage(database: DatabaseConnection): IndexStorage {
  return {
    read(keys) {
      return database.transact(['index'], 'readonly', (transaction) => {
        const store = transaction.objectStore('index');
        return Promise.all(keys.map((key) => store.get(key) as Promise<Uint8Array | undefined>));
      });
    },
    async write(put, remove) {
      await database.transact(['index'], 'readwrite', (transaction) => {
        const store = transaction.objectStore('index');
        const requests: Promise<unknown>[] = [];
        try {
          for (const key of remove) requests.push(store.delete(key));
          for (const [key, bytes] of put) requests.push(store.put(bytes, key));
        } catch (error) {
          // `put` throws at once for a value that cannot be cloned, which aborts earlier requests.
          for (const request of requests) request.catch(() => undefined);
          throw error;
        }
        return Promise.all(requests);
      });
    },
    async clear() {
      await database.transact(['index'], 'readwrite', (transaction) =>
        transaction.objectStore('index').clear(),
      );
    },
  };
}
