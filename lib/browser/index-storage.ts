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
        return Promise.all([
          ...remove.map((key) => store.delete(key)),
          ...put.map(([key, bytes]) => store.put(bytes, key)),
        ]);
      });
    },
    async clear() {
      await database.transact(['index'], 'readwrite', (transaction) =>
        transaction.objectStore('index').clear(),
      );
    },
  };
}
