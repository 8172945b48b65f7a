/** Syncs when the account changes, and schedules a sync when synced data changes here. */
import { browser } from 'wxt/browser';
import type { BackgroundJobs } from '../jobs/jobs.ts';
import type { SyncScheduler } from '../jobs/sync/sync-scheduler.ts';
import { userDataKey } from '../storage/user-data-key.ts';

const syncedKeys = (['topics', 'marks', 'alerts'] as const).map(userDataKey);
const syncStateKey = userDataKey('copying');

/** Must be called at the start of the background. */
export function listenForSync(jobs: Pick<BackgroundJobs, 'sync'>, scheduler: SyncScheduler): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync') {
      jobs.sync().catch((error: unknown) => {
        // The alarm set before it wakes the background for the next try.
        console.warn('Kindred: sync failed and will be tried again.', error);
      });
    }
    // A sync stores the sync state together with what it changes.
    const isOurs = syncedKeys.some((key) => key in changes) && !(syncStateKey in changes);
    if (area === 'local' && isOurs) void scheduler.schedule().catch(() => undefined);
  });
}
