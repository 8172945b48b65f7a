/** The state of arXiv's feeds, a single value of the database. */
import { type FeedStateStore, readFeedState } from '../digest/feeds/feed-state.ts';
import type { DatabaseConnection } from './database.ts';

const key = 'feeds';

export function feedStateStore(database: Pick<DatabaseConnection, 'transact'>): FeedStateStore {
  return {
    read: () =>
      database.transact(['meta'], 'readonly', async (transaction) =>
        readFeedState(await transaction.objectStore('meta').get(key)),
      ),
    update: (change) =>
      database.transact(['meta'], 'readwrite', async (transaction) => {
        const meta = transaction.objectStore('meta');
        const changed = change(readFeedState(await meta.get(key)));
        await meta.put(changed, key);
        return changed;
      }),
  };
}
