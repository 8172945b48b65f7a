import type { DatabaseConnection } from './database.ts';

/** The size of the index and of the search snapshot in bytes, read one record at a time. */
export function indexBytes(database: DatabaseConnection): Promise<number> {
  return database.transact(['index', 'meta'], 'readonly', async (transaction) => {
    let bytes = 0;
    for (const store of ['index', 'meta'] as const) {
      let cursor = await transaction.objectStore(store).openCursor();
      for (; cursor; cursor = await cursor.continue()) {
        const { value } = cursor;
        if (value instanceof Uint8Array) bytes += value.byteLength;
        else if (typeof value === 'string') bytes += value.length;
      }
    }
    return bytes;
  });
}
