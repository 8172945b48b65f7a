/** The states of the update and of arXiv's feeds: one value of the database each. */
import { type FeedStateStore, parseFeedState } from '../digest/feeds/feed-state.ts';
import { parseUpdateState, type UpdateStateStore } from '../digest/update/state.ts';
import type { DatabaseConnection } from './database.ts';

function stateStore<Read, Written extends Read>(
  database: DatabaseConnection,
  key: string,
  parse: (stored: unknown) => Read,
) {
  return {
    read: (): Promise<Read> =>
      database.transact(['meta'], 'readonly', async (transaction) =>
        parse(await transaction.objectStore('meta').get(key)),
      ),
    update: (change: (state: Read) => Written): Promise<Written> =>
      database.transact(['meta'], 'readwrite', async (transaction) => {
        const meta = transaction.objectStore('meta');
        const changed = change(parse(await meta.get(key)));
        await meta.put(changed, key);
        return changed;
      }),
  };
}

export const updateStateStore = (database: DatabaseConnection): UpdateStateStore =>
  stateStore(database, 'update', parseUpdateState);

export const feedStateStore = (database: DatabaseConnection): FeedStateStore =>
  stateStore(database, 'feeds', parseFeedState);
