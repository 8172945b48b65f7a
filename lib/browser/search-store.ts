/** The search box's snapshot and tail, two values of the database. */
import type { PaperId } from '../paper/paper.ts';
import type { SearchStore } from '../upkeep/kept-search.ts';
import type { DatabaseConnection } from './database.ts';

const snapshotKey = 'search-snapshot';
const tailKey = 'search-tail';

export function searchStore(database: Pick<DatabaseConnection, 'transact'>): SearchStore {
  return {
    read: () =>
      database.transact(['meta'], 'readonly', async (transaction) => {
        const meta = transaction.objectStore('meta');
        const [snapshot, tail] = await Promise.all([meta.get(snapshotKey), meta.get(tailKey)]);
        return {
          snapshot: snapshot instanceof Uint8Array ? snapshot : null,
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
