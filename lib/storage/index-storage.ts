/** The index's records, by key, in the database's store `index`. */
import type { IndexStorage } from '../index/index-storage.ts';
import type { DatabaseConnection } from './database.ts';

/** Storage over the database; every write is one transaction. Rejects as IndexedDB does. */
export function indexStorage(database: Pick<DatabaseConnection, 'transact'>): IndexStorage {
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
          // A value that cannot be stored throws at once; the requests before it are aborted too.
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
