/** The browser's account: `storage.sync`, which lies on this device where nobody is signed in. */
import { browser } from 'wxt/browser';
import { type SyncArea, SyncUnavailable } from '../jobs/sync/sync-once.ts';

/** What browsers say of more bytes, items or writes than they take. */
const tooMuch = /quota|exceed|max_/i;

export const syncArea: SyncArea = {
  read: () => allowed(async () => browser.storage.sync.get(null)),
  write: ({ set, remove }) =>
    allowed(async () => {
      // First what is gone, so that there is room for the rest.
      if (remove.length > 0) await browser.storage.sync.remove(remove);
      if (Object.keys(set).length > 0) await browser.storage.sync.set(set);
    }),
};

async function allowed<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    const words = error instanceof Error ? `${error.name} ${error.message}` : String(error);
    throw new SyncUnavailable(tooMuch.test(words) ? 'full' : 'unavailable', error);
  }
}
