import type { DatabaseConnection } from './database.ts';

/** Bytes of the index's records and of the search box's snapshot, one record at a time. */
export function indexBytes(database: Pick<DatabaseConnection, 'transact'>): Promise<number> {
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
