import { addDays, type Day, daysBetween, isDayComplete } from '../../time/days.ts';
import type { DigestStatus, Loading } from '../status.ts';
import type { DigestCounts } from '../store.ts';
import { nextLoadDay } from './plan.ts';
import { nextCheck } from './schedule.ts';
import { initialState, type UpdateState, wantsEverything } from './state.ts';

/** The first of the days up to the last check that are all stored; null before the first check. */
function completeSince(state: UpdateState, now: number): Day | null {
  if (state.lastCheck === null) return null;
  const last = state.lastCheck.slice(0, 10);
  const wasChecked = (day: Day) => day >= addDays(last, -1) && state.read[day] !== undefined;
  let since: Day | null = null;
  for (let day = last; wasChecked(day) || isDayComplete(day, state.read[day], now); ) {
    since = day;
    day = addDays(day, -1);
  }
  return since;
}

function loading(state: UpdateState, now: number): Loading | null {
  if (nextLoadDay(state, now) === null && state.lastCheck !== null) return null;
  const days = Object.keys(state.read).filter((day) => day >= state.goal && day <= state.loadFrom);
  return {
    state: state.paused ? 'paused' : 'running',
    reached: days.sort()[0] ?? null,
    goal: state.goal,
    daysDone: days.length,
    daysTotal: daysBetween(state.goal, state.loadFrom),
  };
}

/** The status of the digest. `state` is null before the first step; `offset` as in `nextCheck`. */
export function statusOf(
  state: UpdateState | null,
  counts: DigestCounts,
  now: number,
  offset: number,
): DigestStatus {
  const known = state ?? initialState(now);
  const { problem } = known;
  const due = nextCheck(known, now, offset);
  const retry = problem?.nextTry ? Date.parse(problem.nextTry) : 0;
  return {
    papers: counts.papers,
    listedPapers: counts.listed,
    completeSince: completeSince(known, now),
    newestListing: counts.newestListing,
    lastCheck: known.lastCheck,
    nextCheck: new Date(Math.max(due, retry, now)).toISOString(),
    everything: wantsEverything(known),
    loading: loading(known, now),
    problem: problem && {
      kind: problem.kind,
      since: problem.since,
      nextTry: problem.nextTry,
      httpStatus: problem.httpStatus,
      onlineSince: problem.onlineSince,
    },
  };
}
