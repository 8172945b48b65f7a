/** What the background does of its own accord, so that answers are ready when they are asked for. */
import { badgeNews } from '../answer/unread.ts';
import { checksFailingSince } from '../topics/failing-checks.ts';
import { followMerges } from '../upkeep/follow-merges.ts';
import { indexChanges } from '../upkeep/index-changes.ts';
import { installStarter } from '../upkeep/install-starter.ts';
import { alertArrivals, alertRecounts } from '../upkeep/raise-alerts.ts';
import { runUpdates } from '../upkeep/run-updates.ts';
import { wakeAt } from './alarm.ts';
import { showBadge } from './badge.ts';
import type { Ports } from './ports.ts';

export interface Upkeep {
  /** Resolves when everything stored is in the indexes, the starter papers among it. */
  ready(): Promise<void>;
  /** Brings what was stored to index, topics and badge. */
  takeIn(): Promise<void>;
  refreshBadge(): Promise<void>;
  /** Runs the update until there is nothing to do for a while; once at a time. */
  run(): Promise<void>;
  /** At every start: takes in what was left, then runs the update. Never rejects. */
  begin(): Promise<void>;
  /** Resolves when no step of the update is under way. */
  settled(): Promise<void>;
  /** Prepares anew when next asked, after everything was deleted. */
  forget(): void;
  /** Resolves after the next step of the update. */
  stepped(): Promise<void>;
}

const now = () => new Date().toISOString();

export function createUpkeep(ports: Ports): Upkeep {
  const { digest, authored, search } = ports;
  let preparing: Promise<void> | null = null;
  let running: Promise<void> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting: (() => void)[] = [];

  async function index(): Promise<void> {
    const related = await ports.index();
    if (related.papers === 0 && (await digest.counts()).papers > 0) await digest.reindexAll();
    while ((await indexChanges({ digest, related, search })) > 0);
  }

  async function takeInOnce(): Promise<void> {
    await index();
    await followMerges(digest, authored);
    while ((await alertArrivals({ digest, authored, now })) > 0);
    await alertRecounts({ digest, authored, now });
    await refreshBadge();
    await (await ports.index()).mergeStep();
  }

  async function refreshBadge(): Promise<void> {
    const status = await (await ports.updater()).status();
    await showBadge(await badgeNews(authored, now()), checksFailingSince(status, now()));
  }

  function takeIn(): Promise<void> {
    const turn = last.then(takeInOnce);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function updates(): Promise<void> {
    const updater = await ports.updater();
    await runUpdates({
      updater: {
        async step() {
          const outcome = await updater.step();
          for (const resolve of waiting.splice(0)) resolve();
          return outcome;
        },
      },
      takeIn,
      wakeAt,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      now: Date.now,
    });
    while (await (await ports.index()).mergeStep());
    await search.fold();
  }

  function ready(): Promise<void> {
    preparing ??= (async () => {
      await installStarter(digest, now());
      await index();
    })().catch((error: unknown) => {
      preparing = null;
      throw error;
    });
    return preparing;
  }

  function run(): Promise<void> {
    running ??= updates()
      .catch((error: unknown) => {
        // The alarm set before the step wakes the next try; what is stored stays.
        console.warn('Kindred: the update stopped and will be tried again.', error);
      })
      .finally(() => {
        running = null;
        for (const resolve of waiting.splice(0)) resolve();
      });
    return running;
  }

  return {
    ready,
    takeIn,
    refreshBadge,
    run,
    async settled() {
      await running;
      await last;
    },
    forget() {
      preparing = null;
    },
    async begin() {
      try {
        await ready();
        await takeIn();
      } catch (error) {
        console.warn('Kindred: what was stored could not be taken in yet.', error);
      }
      await run();
    },
    stepped: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve];
      }),
  };
}
