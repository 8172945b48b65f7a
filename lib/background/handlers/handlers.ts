/** Every call of the contract. What applies before a handler runs is in `messages/dispatch.ts`. */
import { marksOf } from '../../answers/user-data/marks.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { Maintenance } from '../maintenance.ts';
import type { Ports } from '../ports.ts';
import { createSyncScheduler, type SyncScheduler } from '../sync-scheduler.ts';
import type { HandlerContext } from './context.ts';
import { digestHandlers } from './digest.ts';
import { pageHandlers } from './page.ts';
import { paperHandlers } from './papers.ts';
import { readerHandlers } from './reader.ts';
import { settingsHandlers } from './settings.ts';
import { topicHandlers } from './topics.ts';

export function createHandlers(
  ports: Ports,
  maintenance: Maintenance,
  reset: () => Promise<void>,
  sync: SyncScheduler = createSyncScheduler(ports, maintenance.takeIn),
): Handlers {
  const context: HandlerContext = {
    ports,
    maintenance,
    sync,
    reset,
    status: async () => (await ports.updater()).status(),
    marks: (ids) => marksOf(ports.userData, ids),
    now: () => new Date().toISOString(),
  };
  return {
    ...pageHandlers(context),
    ...paperHandlers(context),
    ...topicHandlers(context),
    ...readerHandlers(context),
    ...digestHandlers(context),
    ...settingsHandlers(context),
  };
}
