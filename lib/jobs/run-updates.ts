/**
 * Fetches Daily Papers and arXiv's feeds, step by step, as long as the background lives. Each step is
 * stored before the next one begins.
 */
import type { FeedReader, FeedStep } from '../digest/feeds/feed-reader.ts';
import type { Updater } from '../digest/update/updater.ts';
import type { Moment } from '../time/days.ts';
import { MIN_ALARM_MS, type SetAlarm, withRetryAlarm } from './alarms.ts';

interface UpdateSources {
  updater: Pick<Updater, 'step'>;
  feeds: Pick<FeedReader, 'step'>;
  setAlarm: SetAlarm;
  /** Waits, in milliseconds, in this life of the background. */
  wait(milliseconds: number): Promise<void>;
  now(): Moment;
}

/** For a longer wait the background may stop, and the alarm wakes it. */
const maxWaitMs = 5_000;
const feedRetryMs = 60_000;

/** Runs steps until nothing is due for a while. `afterStep` runs before the next step. */
export async function runUpdates(
  sources: UpdateSources,
  afterStep: (step: FeedStep) => Promise<void>,
): Promise<void> {
  const { setAlarm, wait } = sources;
  const now = () => Date.parse(sources.now());
  for (;;) {
    const { waitMs } = await withRetryAlarm(setAlarm, now() + MIN_ALARM_MS, async () => {
      const step = await fetchStep(sources);
      await afterStep(step);
      const waitMs = step.next - now();
      if (waitMs <= maxWaitMs) return { waitMs };
      return { waitMs, nextAlarm: Math.max(step.next, now() + MIN_ALARM_MS) };
    });
    if (waitMs > maxWaitMs) return;
    if (waitMs > 0) await wait(waitMs);
  }
}

/** One step of arXiv's feeds, of which there is one a day, or else of Daily Papers. */
async function fetchStep({ updater, feeds, now }: UpdateSources): Promise<FeedStep> {
  const at = () => Date.parse(now());
  // A feed reader that fails as a whole must not block Daily Papers.
  const feed = await feeds.step().catch((): FeedStep => {
    return { did: 'failed', next: at() + feedRetryMs };
  });
  if (feed.did === 'read') return { did: 'read', next: at() };
  const { did, next } = await updater.step();
  return { did, next: Math.min(next, feed.next) };
}
