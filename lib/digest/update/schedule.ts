import type { Moment } from '../../time/days.ts';
import type { UpdateState } from './state.ts';

export const checkIntervalMs = 3 * 3_600_000;
const requestGapMs = 1_000;
const arxivGapMs = 3_000;
const longestArxivQueueMs = 60_000;
/** The service counts requests in windows of five minutes. */
const windowMs = 300_000;
const firstRetryMs = 60_000;
const longestWaitMs = 2 * checkIntervalMs;

/** A stored moment, unless it lies further ahead than anything is ever put off: a wrong clock's. */
function credible(moment: Moment | null | undefined, now: number): number {
  const time = moment ? Date.parse(moment) : 0;
  return time > now + longestWaitMs ? 0 : time;
}

/**
 * When the next check is due: at the first point after the last one of a grid of three hours that
 * is this install's own, so that installs do not all ask at once. `offset` in 0 to 3 hours.
 */
export function nextCheck(state: UpdateState, now: number, offset: number): number {
  if (state.asked || state.lastCheck === null) return now;
  const last = Date.parse(state.lastCheck);
  if (last > now) return now;
  return (Math.floor((last - offset) / checkIntervalMs) + 1) * checkIntervalMs + offset;
}

/** Earliest time of the next request to Daily Papers: at most one a second. */
export function nextRequest(state: UpdateState, now: number): number {
  const last = state.lastRequest ? Date.parse(state.lastRequest) : 0;
  // The clock has been put back: the last request is long over.
  const paced = last > now ? now : last + requestGapMs;
  return Math.max(paced, credible(state.quietUntil, now), credible(state.problem?.nextTry, now));
}

/** Earliest time of the next request to arXiv: at most one in three seconds. */
export function nextArxivRequest(lastArxivRequest: Moment | null, now: number): number {
  const last = lastArxivRequest ? Date.parse(lastArxivRequest) : 0;
  return last > now + longestArxivQueueMs ? now : Math.max(now, last + arxivGapMs);
}

/** Earliest time of the request for abstracts. */
export function nextAbstracts(state: UpdateState, now: number): number {
  return Math.max(
    nextArxivRequest(state.lastArxivRequest, now),
    credible(state.abstracts.nextTry, now),
  );
}

/**
 * How long to wait after the nth failure in a row (from 1). What the service asks for is kept,
 * within reason; else a minute, doubled each time up to the interval of the checks. Up to a fifth
 * is added by chance (`random` in 0 to 1), so that installs that failed together do not return
 * together.
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
