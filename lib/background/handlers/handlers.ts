/** A handler for every call of the contract. `messages/apply-rules.ts` adds the rules of its row. */
import { marksOf } from '../../answers/user-data/marks.ts';
import type { BackgroundJobs } from '../../jobs/jobs.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { Ports } from '../ports.ts';
import type { HandlerContext } from './context.ts';
import { digestHandlers } from './digest.ts';
import { pageHandlers } from './page.ts';
import { paperHandlers } from './papers.ts';
import { readerHandlers } from './reader.ts';
import { settingsHandlers } from './settings.ts';
import { topicHandlers } from './topics.ts';

export function createHandlers(
  ports: Ports,
  jobs: BackgroundJobs,
  reset: () => Promise<void>,
): Handlers {
  const context: HandlerContext = {
    ports,
    jobs,
    reset,
    status: async () => (await ports.updater()).status(),
    marks: (ids) => marksOf(ports.userData, ids),
    now: ports.now,
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
