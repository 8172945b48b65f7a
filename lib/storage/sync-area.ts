/** The browser's account as `storage.sync`, which stays on this device where nobody is signed in. */
import { browser } from 'wxt/browser';
import { type SyncArea, SyncUnavailable } from '../jobs/sync/sync-once.ts';

/** Matches the errors of browsers for too many bytes, items or writes. */
const quotaError = /quota|exceed|max_/i;

export const syncArea: SyncArea = {
  read: () => withSyncErrors(async () => browser.storage.sync.get(null)),
  write: ({ set, remove }) =>
    withSyncErrors(async () => {
      // Removes first, which makes room for the rest.
      if (remove.length > 0) await browser.storage.sync.remove(remove);
      if (Object.keys(set).length > 0) await browser.storage.sync.set(set);
    }),
};

async function withSyncErrors<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    const message = error instanceof Error ? `${error.name} ${error.message}` : String(error);
    throw new SyncUnavailable(quotaError.test(message) ? 'full' : 'unavailable', error);
  }
}
