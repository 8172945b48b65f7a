/** A queue of the digest, in the order in which entries were added. */
import type { Queued } from '../digest/store.ts';
import type { DatabaseConnection, KindredSchema } from './database.ts';

export class StoredQueue<Name extends 'toIndex' | 'arrivals'> {
  readonly #database: DatabaseConnection;
  readonly #store: Name;

  constructor(database: DatabaseConnection, store: Name) {
    this.#database = database;
    this.#store = store;
  }

  /** The oldest entries, which stay in the queue until they are acknowledged. */
  oldest(limit: number): Promise<Queued<KindredSchema[Name]['value']>[]> {
    return this.#database.transact([this.#store], 'readonly', async (transaction) => {
      const queue = transaction.objectStore(this.#store);
      const [keys, values] = await Promise.all([
        queue.getAllKeys(null, limit),
        queue.getAll(null, limit),
      ]);
      return values.map((value, at) => ({ ...value, key: keys[at] as number }));
    });
  }

  /** Removes entries. `keys` are in ascending order. */
  async acknowledge(keys: number[]): Promise<void> {
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) return;
    await this.#database.transact([this.#store], 'readwrite', async (transaction) => {
      const queue = transaction.objectStore(this.#store);
      // Keys without a gap, as they mostly are, go in one request.
      if (last - first === keys.length - 1) await queue.delete(IDBKeyRange.bound(first, last));
      else await Promise.all(keys.map((key) => queue.delete(key)));
    });
  }
}
