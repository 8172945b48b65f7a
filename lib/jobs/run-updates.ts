/**
 * The update, step after step, as long as the worker lives. Each step is stored before the next;
 * an alarm is always set, so that a killed worker is woken to go on.
 */
import type { StepOutcome } from '../digest/update/updater.ts';

export interface UpdateRun {
  updater: { step(): Promise<Pick<StepOutcome, 'did' | 'next'>> };
  /** Brings what was stored to index, topics and badge. */
  takeIn(): Promise<void>;
  /** Sets the alarm that wakes the worker, in milliseconds since 1970. */
  wakeAt(time: number): Promise<void>;
  /** Waits so many milliseconds in this life of the worker. */
  wait(milliseconds: number): Promise<void>;
  now(): number;
}

/** A wait longer than this is left to the alarm, and the worker may sleep. */
const longestWait = 5_000;
/** Alarms are not finer than half a minute in packed extensions. */
const soonestWake = 30_000;

/** Runs steps until there is nothing to do for a while. */
export async function runUpdates(run: UpdateRun): Promise<void> {
  for (;;) {
    await run.wakeAt(run.now() + soonestWake);
    const outcome = await run.updater.step();
    if (outcome.did === 'read') await run.takeIn();
    const wait = outcome.next - run.now();
    if (wait > longestWait) {
      await run.wakeAt(Math.max(outcome.next, run.now() + soonestWake));
      return;
    }
    if (wait > 0) await run.wait(wait);
  }
}
