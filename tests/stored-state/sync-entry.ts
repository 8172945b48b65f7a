/** What a device needs to sync: `tests/commands/sync-parts.ts` bundles it. */
export { copyState, startCopying, stopCopying } from '../../lib/answer/copying.ts';
export { setMark } from '../../lib/answer/marks.ts';
export { editTopic, followTopic, unfollowTopic } from '../../lib/answer/topics.ts';
export { badgeNews } from '../../lib/answer/unread.ts';
export { authoredStore } from '../../lib/browser/authored-store.ts';
export { exchangeCopies, expectExchange } from '../../lib/upkeep/exchange-copies.ts';
export { alertArrivals } from '../../lib/upkeep/raise-alerts.ts';
