/** The stored search index: its snapshot and the ids of papers changed since, two values of the database. */
import type { PaperId } from '../paper/paper.ts';
import type { SearchStore } from '../search/search-store.ts';
import type { DatabaseConnection } from './database.ts';

const snapshotKey = 'search-snapshot';
const tailKey = 'search-tail';

export function searchStore(database: DatabaseConnection): SearchStore {
  return {
    read: () =>
      database.transact(['meta'], 'readonly', async (transaction) => {
        const meta = transaction.objectStore('meta');
        const [snapshot, tail] = await Promise.all([meta.get(snapshotKey), meta.get(tailKey)]);
        return {
          // A value of an earlier version counts as a damaged snapshot, not as none.
          snapshot: snapshot === undefined ? null : bytesOf(snapshot),
          tail: Array.isArray(tail) ? (tail as PaperId[]) : [],
        };
      }),
    async addToTail(ids) {
      await database.transact(['meta'], 'readwrite', async (transaction) => {
        const meta = transaction.objectStore('meta');
        const before = ((await meta.get(tailKey)) ?? []) as PaperId[];
        await meta.put([...new Set([...before, ...ids])], tailKey);
      });
    },
    async replaceSnapshot(snapshot) {
      await database.transact(['meta'], 'readwrite', async (transaction) => {
        const meta = transaction.objectStore('meta');
        await meta.put(snapshot, snapshotKey);
        await meta.put([], tailKey);
      });
    },
  };
}

const bytesOf = (value: unknown): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array(0);
