/** The update's state, a single value of the database. */
import { readState, type UpdateState } from '../digest/update/state.ts';
import type { UpdateStateStore } from '../digest/update/updater.ts';
import type { DatabaseConnection } from './database.ts';

const key = 'update';

export function updateStateStore(database: DatabaseConnection): UpdateStateStore {
  return {
    read: () =>
      database.transact(['meta'], 'readonly', async (transaction) =>
        readState(await transaction.objectStore('meta').get(key)),
      ),
    update: (change) =>
      database.transact(['meta'], 'readwrite', async (transaction): Promise<UpdateState> => {
        const meta = transaction.objectStore('meta');
        const changed = change(readState(await meta.get(key)));
        await meta.put(changed, key);
        return changed;
      }),
  };
}
