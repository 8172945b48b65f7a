/** What the update knows between two steps. All of it is stored; nothing is kept in memory. */
import * as v from 'valibot';
import { addDays, type Day, dayAt, firstListingDay, type Moment } from '../../time/days.ts';
import type { UpdateProblem } from '../status.ts';

/** Days the first load goes back by itself. */
export const loadDays = 365;

export interface UpdateState {
  version: 1;
  /** The day the first load began. It fills the days before; checks read the days since. */
  loadFrom: Day;
  /** Oldest day wanted. */
  goal: Day;
  paused: boolean;
  /** When each day was last read to its end. */
  read: Record<Day, Moment>;
  /** The day a check is for and the days it has still to read, next first; null between checks. */
  check: { today: Day; days: Day[] } | null;
  /** A day of more than one page, and the page to ask for next. */
  paging: { day: Day; page: number } | null;
  /** The user has asked for a check. */
  asked: boolean;
  /** When today and yesterday were last read. */
  lastCheck: Moment | null;
  lastRequest: Moment | null;
  /** The service's allowance is nearly used up until then. */
  quietUntil: Moment | null;
  problem: (UpdateProblem & { attempts: number }) | null;
  /** A day whose answer cannot be read, and how often it could not. */
  failing: { day: Day; times: number } | null;
  /** Unreadable days that wait for the next check. */
  skipped: Day[];
  /** The one request for the starter papers' abstracts. */
  abstracts: { done: boolean; attempts: number; nextTry: Moment | null };
  lastArxivRequest: Moment | null;
}

export function initialState(now: number): UpdateState {
  const today = dayAt(now);
  return {
    version: 1,
    loadFrom: today,
    goal: goalOf(today, false),
    paused: false,
    read: {},
    check: null,
    paging: null,
    asked: false,
    lastCheck: null,
    lastRequest: null,
    quietUntil: null,
    problem: null,
    failing: null,
    skipped: [],
    abstracts: { done: false, attempts: 0, nextTry: null },
    lastArxivRequest: null,
  };
}

const day = v.pipe(v.string(), v.isoDate());
const moment = v.pipe(v.string(), v.isoTimestamp());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const stateSchema = v.object({
  version: v.literal(1),
  loadFrom: day,
  goal: day,
  paused: v.boolean(),
  read: v.record(day, moment),
  check: v.nullable(v.object({ today: day, days: v.array(day) })),
  paging: v.nullable(v.object({ day, page: count })),
  asked: v.boolean(),
  lastCheck: v.nullable(moment),
  lastRequest: v.nullable(moment),
  quietUntil: v.nullable(moment),
  problem: v.nullable(
    v.object({
      kind: v.picklist([
        'offline',
        'refused',
        'busy',
        'not-json',
        'unexpected',
        'storage',
        'no-access',
      ]),
      since: moment,
      nextTry: v.nullable(moment),
      httpStatus: v.nullable(v.number()),
      onlineSince: v.fallback(v.nullish(moment), null),
      attempts: count,
    }),
  ),
  failing: v.nullable(v.object({ day, times: count })),
  skipped: v.array(day),
  abstracts: v.object({ done: v.boolean(), attempts: count, nextTry: v.nullable(moment) }),
  lastArxivRequest: v.nullable(moment),
});

/** The oldest day wanted of a load that began on `loadFrom`. */
export function goalOf(loadFrom: Day, everything: boolean): Day {
  const year = addDays(loadFrom, -loadDays);
  return everything && firstListingDay < year ? firstListingDay : year;
}

/** Whether the user has asked for everything. */
export function wantsEverything(state: UpdateState): boolean {
  return state.goal <= firstListingDay;
}

/** A stored value as state; null when it is none (the days are then read again, nothing is lost). */
export function readState(stored: unknown): UpdateState | null {
  const parsed = v.safeParse(stateSchema, stored);
  return parsed.success ? parsed.output : null;
}
