/** The background's jobs: what runs, in which order, and which alarm wakes the background for it. */
import { Lazy } from '../concurrency/lazy.ts';
import { SerialQueue } from '../concurrency/serial-queue.ts';
import { SingleFlight } from '../concurrency/single-flight.ts';
import type { FeedReader, FeedStep } from '../digest/feeds/feed-reader.ts';
import type { DigestStore } from '../digest/store.ts';
import type { Updater } from '../digest/update/updater.ts';
import type { RelatedIndex } from '../index/related-index.ts';
import { MissingRecordError } from '../index/segments/segment.ts';
import type { PersistentSearch } from '../search/persistent-search.ts';
import type { Day, Moment } from '../time/days.ts';
import { checksFailingSince } from '../topics/failing-checks.ts';
import { unreadInputs } from '../user-data/unread-inputs.ts';
import type { UserDataStore } from '../user-data/user-data.ts';
import type { AlarmName } from './alarms.ts';
import { type NotificationSources, sendDailyNotification } from './daily-notification.ts';
import { followMerges } from './follow-merges.ts';
import { indexChanges } from './index-changes.ts';
import { installStarter } from './install-starter.ts';
import { alertNewPapers, alertPendingPapers } from './raise-alerts.ts';
import { runUpdates } from './run-updates.ts';
import type { SyncScheduler } from './sync/sync-scheduler.ts';
import { trainExampleTopics } from './train-example-topics.ts';
import { type UnreadSummary, unreadSummary } from './unread-summary.ts';

export interface JobPorts extends Omit<NotificationSources, 'userData' | 'digest' | 'setAlarm'> {
  digest: DigestStore;
  userData: UserDataStore;
  search: Pick<PersistentSearch, 'change' | 'compact'>;
  index(): Promise<RelatedIndex>;
  /** Empties the index, which is then built from the digest. */
  clearIndex(): Promise<void>;
  updater(): Promise<Pick<Updater, 'step' | 'status'>>;
  feeds(): Promise<Pick<FeedReader, 'step'>>;
  sync: SyncScheduler;
  /** Sets an alarm to a time in milliseconds since 1970; null clears it. */
  setAlarm(name: AlarmName, time: number | null): Promise<void>;
  /** `failingSince`: the day since when checks fail; null while they succeed. */
  showBadge(unread: UnreadSummary, failingSince: Day | null): Promise<void>;
  wait(milliseconds: number): Promise<void>;
  now(): Moment;
}

type Job = (ports: JobPorts) => Promise<unknown>;

/** Runs a job until its queue is empty. */
const untilEmpty =
  (job: (ports: JobPorts) => Promise<number>): Job =>
  async (ports) => {
    while ((await job(ports)) > 0);
  };

/** Brings everything stored into both indexes. An empty index is built from the digest. */
const index: Job = async (ports) => {
  const { paperCount } = await ports.index();
  if (paperCount === 0 && (await ports.digest.counts()).papers > 0) await ports.digest.reindexAll();
  await untilEmpty(indexChanges)(ports);
};

const refreshBadge: Job = async ({ userData, digest, updater, showBadge, now }) => {
  const status = await (await updater()).status();
  const unread = await unreadSummary({ userData, digest }, now());
  await showBadge(unread, checksFailingSince(status, now()));
};

const mergeSegments = async (ports: JobPorts) => (await ports.index()).mergeStep();

/**
 * The jobs that follow every change of the digest, in their order. Each takes its work from a stored queue,
 * or compares what is stored, and stores its outcome first: after a kill it runs again.
 */
const queueJobs: readonly Job[] = [
  index,
  followMerges,
  trainExampleTopics,
  untilEmpty(alertNewPapers),
  alertPendingPapers,
  refreshBadge,
  mergeSegments,
];

/** A background killed while it starts is woken again after this time. */
const restartMs = 60_000;
/** After a start or a long sleep, sync comes first: another device may have notified already. */
const notificationDelayMs = 120_000;

export class BackgroundJobs {
  /** What each alarm runs; `lateMs`, by how much the browser was late: hours after a sleep. */
  readonly alarms: Record<AlarmName, (lateMs: number) => Promise<void>> = {
    update: () => this.start(),
    copy: () => this.sync(),
    notice: (lateMs) => (lateMs < notificationDelayMs ? this.notify() : this.#delayNotification()),
  };

  readonly #ports: JobPorts;
  readonly #queue = new SerialQueue();
  readonly #update = new SingleFlight<void>();
  readonly #rebuild = new SingleFlight<void>();
  readonly #ready: Lazy<void>;
  #afterStep: (() => void)[] = [];

  constructor(ports: JobPorts) {
    this.#ports = ports;
    this.#ready = new Lazy(async () => {
      await installStarter(ports.digest, ports.now());
      await this.#withRebuild(() => index(ports));
    });
  }

  /** At every start: finishes what was left, then runs the update. Never rejects. */
  async start(): Promise<void> {
    const { setAlarm, now, sync } = this.#ports;
    try {
      // The alarm that woke the background is gone, and the update sets its own only later.
      await setAlarm('update', Date.parse(now()) + restartMs);
      await this.ready();
      // Before anything is announced: another device may have announced it already.
      await sync.sync();
      await this.processQueues();
    } catch (error) {
      console.warn('Kindred: stored papers could not be processed yet.', error);
    }
    await this.update();
  }

  /** Resolves when everything stored is in the indexes, the starter papers included. */
  ready(): Promise<void> {
    return this.#ready.get();
  }

  /** Brings stored papers to index, topics and badge. */
  processQueues(): Promise<void> {
    return this.#queue.run(() =>
      this.#withRebuild(async () => {
        for (const job of queueJobs) await job(this.#ports);
      }),
    );
  }

  /** Runs what needs the index once everything stored is in it; again after a rebuild. */
  async withIndex<T>(run: () => Promise<T>): Promise<T> {
    await this.ready();
    return this.#withRebuild(run);
  }

  /** Trains new example topics and refreshes the badge where these kinds of data decide them. */
  async afterWrite(changes: readonly string[]): Promise<void> {
    if (changes.includes('topics')) await trainExampleTopics(this.#ports);
    if (unreadInputs.some((kind) => changes.includes(kind))) await refreshBadge(this.#ports);
  }

  /** Runs the update until nothing is due for a while; once at a time. Never rejects. */
  update(): Promise<void> {
    return this.#update
      .run(() => this.#runUpdate())
      .catch((error: unknown) => {
        // The alarm set before the step wakes the background for the next try.
        console.warn('Kindred: the update stopped and will be tried again.', error);
      })
      .finally(() => this.#resolveStep());
  }

  /** Runs the update and resolves after its next step. */
  nextStep(): Promise<void> {
    const step = new Promise<void>((resolve) => this.#afterStep.push(resolve));
    void this.update();
    return step;
  }

  /** Syncs now, and processes what came from other devices. */
  async sync(): Promise<void> {
    if (await this.#ports.sync.sync()) await this.processQueues();
  }

  /** Sends the notification of the day where it is due. */
  notify(): Promise<void> {
    const { setAlarm } = this.#ports;
    return sendDailyNotification({
      ...this.#ports,
      setAlarm: (time) => setAlarm('notice', time),
    });
  }

  /** At a start of the browser: schedules the notification where notifications are on. */
  async scheduleNotification(): Promise<void> {
    const { userData, setAlarm } = this.#ports;
    const { on } = await userData.get('notices');
    await (on ? this.#delayNotification() : setAlarm('notice', null));
  }

  /** Resolves when neither the update nor a queue runs. */
  async idle(): Promise<void> {
    await this.#update.idle();
    await this.#queue.idle();
  }

  /** Prepares again when next needed, after everything was deleted. */
  forget(): void {
    this.#ready.forget();
  }

  #delayNotification(): Promise<void> {
    const { setAlarm, now } = this.#ports;
    return setAlarm('notice', Date.parse(now()) + notificationDelayMs);
  }

  async #runUpdate(): Promise<void> {
    const { updater, feeds, setAlarm, search } = this.#ports;
    const sources = {
      ...this.#ports,
      updater: await updater(),
      feeds: await feeds(),
      setAlarm: (time: number | null) => setAlarm('update', time),
    };
    await runUpdates(sources, (step) => this.#processStep(step));
    while (await this.#withRebuild(() => mergeSegments(this.#ports)));
    await search.compact();
  }

  async #processStep({ did }: FeedStep): Promise<void> {
    this.#resolveStep();
    if (did === 'read') await this.processQueues();
  }

  #resolveStep(): void {
    for (const resolve of this.#afterStep.splice(0)) resolve();
  }

  /** The index is a cache: where a record of it is missing it is rebuilt, and `run` runs again. */
  async #withRebuild<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof MissingRecordError)) throw error;
      console.warn('Kindred: the index was damaged and is rebuilt.', error);
      await this.#rebuild.run(async () => {
        await this.#ports.clearIndex();
        await index(this.#ports);
      });
      return run();
    }
  }
}
