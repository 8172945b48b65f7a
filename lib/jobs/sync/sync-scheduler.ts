import { SerialQueue } from '../../concurrency/serial-queue.ts';
import { type SyncSources, scheduleSync, syncOnce } from './sync-once.ts';

/** Syncs and schedules, one at a time: a sync may clear the alarm of a concurrent change. */
export class SyncScheduler {
  readonly sources: SyncSources;
  readonly #queue = new SerialQueue();

  constructor(sources: SyncSources) {
    this.sources = sources;
  }

  /** Syncs now. Returns whether user data changed here. Does nothing where sync is off. */
  sync(): Promise<boolean> {
    return this.#queue.run(() => syncOnce(this.sources));
  }

  /** Schedules a sync for a change that was made here. */
  schedule(): Promise<void> {
    return this.#queue.run(() => scheduleSync(this.sources));
  }
}
