/** What the background does of its own accord, so that answers are ready when they are asked for. */

import { MissingRecordError } from '../index/segments/segment.ts';
import { unreadSummary } from '../jobs/badge-news.ts';
import { followMerges } from '../jobs/follow-merges.ts';
import { indexChanges } from '../jobs/index-changes.ts';
import { installStarter } from '../jobs/install-starter.ts';
import { interleaveUpdaters } from '../jobs/interleave-updaters.ts';
import { alertNewPapers, alertPendingPapers } from '../jobs/raise-alerts.ts';
import { runUpdates } from '../jobs/run-updates.ts';
import { trainExampleTopics } from '../jobs/train-example-topics.ts';
import type { Change } from '../messages/call.ts';
import { checksFailingSince } from '../topics/failing-checks.ts';
import { wakeForUpdate } from './alarms.ts';
import { showBadge } from './badge.ts';
import type { Ports } from './ports.ts';

export interface Maintenance {
  /** Resolves when everything stored is in the indexes, the starter papers among it. */
  ready(): Promise<void>;
  /** Brings what was stored to index, topics and badge. */
  takeIn(): Promise<void>;
  /**
   * Runs what reads the index once everything stored is in it. The index is a cache: when a record
   * is missing, it is rebuilt from the digest and `run` runs once more.
   */
  withIndex<T>(run: () => Promise<T>): Promise<T>;
  /** Trains new example topics and refreshes the badge when a call wrote their inputs. */
  afterWrite(changes: readonly Change[]): Promise<void>;
  /** Runs the update until there is nothing to do for a while; once at a time. */
  run(): Promise<void>;
  /** At every start: takes in what was left, then runs the update. Never rejects. */
  begin(): Promise<void>;
  /** Resolves when no step of the update is under way. */
  settled(): Promise<void>;
  /** Prepares again when next asked, after everything was deleted. */
  forget(): void;
  /** Resolves after the next step of the update. */
  stepped(): Promise<void>;
}

/** A worker killed while it begins is woken again after so long. */
const beginAgainMs = 60_000;

/** What the badge's number depends on. */
const badgeInputs = ['alerts', 'topics', 'marks'] as const;

const now = () => new Date().toISOString();

/** `meet` brings in, before anything is announced, what other devices know. */
export function createMaintenance(
  ports: Ports,
  meet: () => Promise<void> = async () => undefined,
): Maintenance {
  const { digest, userData, search } = ports;
  let preparing: Promise<void> | null = null;
  let running: Promise<void> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting: (() => void)[] = [];
  let healing: Promise<void> | null = null;

  async function index(): Promise<void> {
    const related = await ports.index();
    if (related.paperCount === 0 && (await digest.counts()).papers > 0) await digest.reindexAll();
    while ((await indexChanges({ digest, related, search })) > 0);
  }

  async function takeInOnce(): Promise<void> {
    await index();
    await followMerges(digest, userData);
    await trainExampleTopics({ digest, userData, index: ports.index });
    while ((await alertNewPapers({ digest, userData, now })) > 0);
    await alertPendingPapers({ digest, userData, now });
    await refreshBadge();
    await (await ports.index()).mergeStep();
  }

  async function refreshBadge(): Promise<void> {
    const status = await (await ports.updater()).status();
    await showBadge(
      await unreadSummary({ userData, digest }, now()),
      checksFailingSince(status, now()),
    );
  }

  async function healed<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof MissingRecordError)) throw error;
      console.warn('Kindred: the index was damaged and is built afresh.', error);
      healing ??= ports
        .clearIndex()
        .then(index)
        .finally(() => {
          healing = null;
        });
      await healing;
      return ask();
    }
  }

  function takeIn(): Promise<void> {
    const turn = last.then(() => healed(takeInOnce));
    last = turn.catch(() => undefined);
    return turn;
  }

  async function updates(): Promise<void> {
    const both = interleaveUpdaters(await ports.updater(), await ports.feeds(), Date.now);
    await runUpdates({
      updater: {
        async step() {
          const outcome = await both.step();
          for (const resolve of waiting.splice(0)) resolve();
          return outcome;
        },
      },
      takeIn,
      wakeAt: wakeForUpdate,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      now: Date.now,
    });
    while (await healed(async () => (await ports.index()).mergeStep()));
    await search.fold();
  }

  function ready(): Promise<void> {
    preparing ??= (async () => {
      await installStarter(digest, now());
      await healed(index);
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
    async withIndex(run) {
      await ready();
      return healed(run);
    },
    async afterWrite(changes) {
      if (changes.includes('topics')) {
        await trainExampleTopics({ digest, userData, index: ports.index });
      }
      if (badgeInputs.some((kind) => changes.includes(kind))) await refreshBadge();
    },
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
        // The alarm that woke the worker is gone: one killed before the update sets its own wakes again.
        await wakeForUpdate(Date.now() + beginAgainMs);
        await ready();
        await meet();
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
