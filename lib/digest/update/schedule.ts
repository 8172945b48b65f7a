import type { Moment } from '../../time/days.ts';
import type { UpdateState } from './state.ts';

export const checkIntervalMs = 3 * 3_600_000;
const requestGapMs = 1_000;
const arxivGapMs = 3_000;
const maxArxivQueueMs = 60_000;
/** The service counts requests in windows of five minutes. */
const windowMs = 300_000;
const firstRetryMs = 60_000;
const maxWaitMs = 2 * checkIntervalMs;

/** A stored moment in milliseconds; 0 where it is further ahead than any wait: a wrong clock's. */
function plausibleTime(moment: Moment | null | undefined, now: number): number {
  const time = moment ? Date.parse(moment) : 0;
  return time > now + maxWaitMs ? 0 : time;
}

/**
 * When the next check is due, in milliseconds since 1970. Checks are on a grid of three hours, shifted
 * by this install's `offset` (0 to 3 hours in milliseconds), which spreads installs over time.
 */
export function nextCheck(state: UpdateState, now: number, offset: number): number {
  if (state.asked || state.lastCheck === null) return now;
  const last = Date.parse(state.lastCheck);
  if (last > now) return now;
  return (Math.floor((last - offset) / checkIntervalMs) + 1) * checkIntervalMs + offset;
}

/** The earliest time of the next request to Daily Papers: at most one a second. */
export function nextRequest(state: UpdateState, now: number): number {
  const last = state.lastRequest ? Date.parse(state.lastRequest) : 0;
  // The clock was set back, so the last request is long over.
  const paced = last > now ? now : last + requestGapMs;
  return Math.max(
    paced,
    plausibleTime(state.quietUntil, now),
    plausibleTime(state.problem?.nextTry, now),
  );
}

/** The earliest time of the next request to arXiv: at most one in three seconds. */
export function nextArxivRequest(lastArxivRequest: Moment | null, now: number): number {
  const last = lastArxivRequest ? Date.parse(lastArxivRequest) : 0;
  return last > now + maxArxivQueueMs ? now : Math.max(now, last + arxivGapMs);
}

/** The earliest time of the request for the starter papers' abstracts. */
export function nextAbstracts(state: UpdateState, now: number): number {
  return Math.max(
    nextArxivRequest(state.lastArxivRequest, now),
    plausibleTime(state.abstracts.nextTry, now),
  );
}

/**
 * How long to wait after the nth failure in a row (from 1), in milliseconds: what the service asks
 * for, up to the interval of checks; else exponential backoff from one minute to that interval. Up to
 * a fifth is added at random (`random` in 0 to 1), so that installs that failed together do not
 * retry together.
 */
export function retryDelay(
  attempts: number,
  failure: { kind: string; retryAfterMs: number | null },
  random: number,
): number {
  if (failure.retryAfterMs !== null) {
    return Math.min(Math.max(failure.retryAfterMs, requestGapMs) + random * 5_000, checkIntervalMs);
  }
  const first = failure.kind === 'busy' ? windowMs : firstRetryMs;
  return Math.min(first * 2 ** Math.min(attempts - 1, 20), checkIntervalMs) * (1 + random / 5);
}
