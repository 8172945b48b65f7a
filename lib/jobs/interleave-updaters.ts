import type { FeedStep } from '../digest/feeds/feed-reader.ts';
import type { StepOutcome } from '../digest/update/updater.ts';

/**
 * Steps of two updates as those of one: arXiv's feeds, of which there is one a day, before Daily
 * Papers. A feed reader that fails as a whole holds up nothing.
 */
export function interleaveUpdaters(
  updater: { step(): Promise<StepOutcome> },
  feeds: { step(): Promise<FeedStep> },
  now: () => number,
): { step(): Promise<Pick<StepOutcome, 'did' | 'next'>> } {
  const retryMs = 60_000;
  return {
    async step() {
      const fed = await feeds
        .step()
        .catch((): FeedStep => ({ did: 'failed', next: now() + retryMs }));
      if (fed.did === 'read') return { did: 'read', next: now() };
      const { did, next } = await updater.step();
      return { did, next: Math.min(next, fed.next) };
    },
  };
}
