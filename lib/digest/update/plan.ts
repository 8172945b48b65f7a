import { addDays, type Day, dayAt, isDayComplete } from '../../time/days.ts';
import { nextAbstracts, nextCheck, nextRequest } from './schedule.ts';
import { goalOf, loadDays, type UpdateState, wantsEverything } from './state.ts';

/** A first page with at least this many papers may have a successor. */
export const FULL_PAGE_SIZE = 40;
const maxPages = 10;
/** Upvotes of this many days are refreshed, one older day per check. */
const freshDays = 14;
/** After this many unreadable answers a day is skipped until the next check. */
const triesBeforeSkipping = 3;

export type Step =
  | { do: 'read'; day: Day; page: number; why: 'check' | 'first-load' }
  | { do: 'abstracts' }
  | { do: 'wait'; until: number };

/** The next day of the first load, newest first; null when it is done. */
export function nextLoadDay(state: UpdateState, now: number): Day | null {
  for (let day = addDays(state.loadFrom, -2); day >= state.goal; day = addDays(day, -1)) {
    if (!isDayComplete(day, state.read[day], now) && !state.skipped.includes(day)) return day;
  }
  return null;
}

/**
 * The days that a check reads: all since the first load that were not over when last read, newest
 * first, and the one of the last 14 that was read longest ago.
 */
function daysToCheck(state: UpdateState, now: number): Day[] {
  const today = dayAt(now);
  const oldest = [addDays(state.loadFrom, -1), addDays(today, -loadDays)].sort()[1] as Day;
  const days = [today, addDays(today, -1)];
  for (let day = addDays(today, -2); day >= oldest; day = addDays(day, -1)) {
    if (!isDayComplete(day, state.read[day], now)) days.push(day);
  }
  const known = Object.entries(state.read)
    .filter(([day]) => day > addDays(today, -freshDays) && !days.includes(day))
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  const stalest = state.lastCheck === null ? undefined : known[0]?.[0];
  return stalest === undefined ? days : [...days, stalest];
}

/** The state with a check started where one is due, and without times of a wrong clock. */
export function prepare(state: UpdateState, now: number, offset: number): UpdateState {
  const today = dayAt(now);
  let prepared = state;
  if (state.loadFrom > today) {
    const read = Object.fromEntries(Object.entries(state.read).filter(([day]) => day <= today));
    const goal = goalOf(today, wantsEverything(state));
    prepared = { ...state, loadFrom: today, goal, read, check: null, paging: null };
  }
  // A check of another day would end without having read today.
  const isUnderWay = prepared.check?.today === today;
  if (isUnderWay || (!prepared.check && nextCheck(prepared, now, offset) > now)) return prepared;
  return {
    ...prepared,
    check: { today, days: daysToCheck(prepared, now) },
    paging: null,
    skipped: [],
    abstracts: { ...prepared.abstracts, attempts: 0 },
  };
}

/** The next step of a prepared state. */
export function planStep(state: UpdateState, now: number, offset: number): Step {
  const wantsAbstracts = !state.abstracts.done && state.lastCheck !== null;
  const abstractsAt = wantsAbstracts ? nextAbstracts(state, now) : Number.POSITIVE_INFINITY;
  if (abstractsAt <= now) return { do: 'abstracts' };
  const checking = state.check?.days[0];
  const day = checking ?? (state.paused ? null : nextLoadDay(state, now));
  const requestAt = nextRequest(state, now);
  const idleUntil = Math.min(nextCheck(state, now, offset), abstractsAt);
  if (day === null) return { do: 'wait', until: Math.max(idleUntil, now) };
  if (requestAt > now) return { do: 'wait', until: Math.min(requestAt, abstractsAt) };
  const page = state.paging?.day === day ? state.paging.page : 0;
  const why = checking !== undefined && state.lastCheck !== null ? 'check' : 'first-load';
  return { do: 'read', day, page, why };
}

/** The state after a page with `papers` papers was stored. */
export function afterPage(
  state: UpdateState,
  read: { day: Day; page: number; papers: number; at: number },
): UpdateState {
  const answered = { ...state, problem: null, failing: null };
  const isLast = read.page === 0 ? read.papers < FULL_PAGE_SIZE : read.papers === 0;
  if (!isLast && read.page + 1 < maxPages) {
    return { ...answered, paging: { day: read.day, page: read.page + 1 } };
  }
  const moment = new Date(read.at).toISOString();
  const done = { ...answered, paging: null, read: { ...state.read, [read.day]: moment } };
  return withoutCheckDay(done, read.day);
}

function withoutCheckDay(state: UpdateState, day: Day): UpdateState {
  if (state.check === null) return state;
  const { today } = state.check;
  const days = state.check.days.filter((other) => other !== day);
  if (days.length > 0) return { ...state, check: { today, days } };
  return { ...state, check: null, asked: false, lastCheck: state.read[today] ?? state.lastCheck };
}

/** The state after a failed request or an unusable answer. */
export function afterFailure(
  state: UpdateState,
  failure: {
    day: Day;
    kind: NonNullable<UpdateState['problem']>['kind'];
    httpStatus: number | null;
    waitMs: number;
    at: number;
    /** Whether there was a network. */
    online: boolean;
  },
): UpdateState {
  const { day, kind, httpStatus, waitMs, at, online } = failure;
  const moment = new Date(at).toISOString();
  const problem = {
    kind,
    since: state.problem?.since ?? moment,
    nextTry: new Date(at + waitMs).toISOString(),
    httpStatus,
    onlineSince: state.problem?.onlineSince ?? (online ? moment : null),
    attempts: (state.problem?.attempts ?? 0) + 1,
  };
  const unreadable = kind === 'not-json' || kind === 'unexpected' || kind === 'refused';
  if (!unreadable) return { ...state, problem };
  const times = state.failing?.day === day ? state.failing.times + 1 : 1;
  const failing = { day, times };
  // A check without today and yesterday would be none, so those two are never skipped.
  if (times < triesBeforeSkipping || day >= addDays(dayAt(at), -1)) {
    return { ...state, problem, failing };
  }
  const skipped = {
    ...state,
    problem,
    failing: null,
    paging: null,
    skipped: [...state.skipped, day],
  };
  return withoutCheckDay(skipped, day);
}
