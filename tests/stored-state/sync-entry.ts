/**
 * What a device needs to sync: `tests/commands/sync-parts.ts` bundles it. The names are those of the
 * bundle of 0.1, so that one driver runs the versions.
 */
import { LocalUserDataStore, type StorageArea } from '../../lib/storage/user-data-store.ts';

export {
  startSync as startCopying,
  stopSync as stopCopying,
  syncStatus as copyState,
} from '../../lib/answers/sync/sync-status.ts';
export { editTopic, followTopic, unfollowTopic } from '../../lib/answers/topics/topics.ts';
export { setMark } from '../../lib/answers/user-data/marks.ts';
export { alertNewPapers as alertArrivals } from '../../lib/jobs/raise-alerts.ts';
export {
  scheduleSync as expectExchange,
  syncOnce as exchangeCopies,
} from '../../lib/jobs/sync/sync-once.ts';
export { unreadSummary as badgeNews } from '../../lib/jobs/unread-summary.ts';

export const authoredStore = (area: StorageArea) => new LocalUserDataStore(area);
