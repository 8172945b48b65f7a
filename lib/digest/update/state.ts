/** The state of the update between two steps. All of it is stored; nothing is in memory only. */
import * as v from 'valibot';
import { addDays, type Day, dayAt, firstListingDay, type Moment } from '../../time/days.ts';
import { type UpdateProblem, updateProblemKinds } from '../status.ts';

/** Days that the first load goes back unless the user wants everything. */
export const loadDays = 365;

export interface UpdateState {
  version: 1;
  /** The day of the first load. It reads the days before; checks read the days since. */
  loadFrom: Day;
  /** The oldest day to load. */
  goal: Day;
  paused: boolean;
  /** When each day was last read completely. */
  read: Record<Day, Moment>;
  /** The day of the running check, and the days that it has still to read, next first. */
  check: { today: Day; days: Day[] } | null;
  /** A day of several pages, and its next page. */
  paging: { day: Day; page: number } | null;
  /** The user requested a check. */
  asked: boolean;
  /** When today and yesterday were last read. */
  lastCheck: Moment | null;
  lastRequest: Moment | null;
  /** Until then the service's request limit is nearly used up. */
  quietUntil: Moment | null;
  problem: (UpdateProblem & { attempts: number }) | null;
  /** A day whose answers cannot be read, and how often in a row. */
  failing: { day: Day; times: number } | null;
  /** Unreadable days, which the next check tries again. */
  skipped: Day[];
  /** The one request for the starter papers' abstracts. */
  abstracts: { done: boolean; attempts: number; nextTry: Moment | null };
  lastArxivRequest: Moment | null;
}

/** Where the state is stored. A stored value that is not a state reads as null. */
export interface UpdateStateStore {
  read(): Promise<UpdateState | null>;
  /** Changes the state in one transaction and returns the new one. */
  update(change: (state: UpdateState | null) => UpdateState): Promise<UpdateState>;
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
      kind: v.picklist(updateProblemKinds),
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

/** The oldest day to load for a first load that began on `loadFrom`. */
export function goalOf(loadFrom: Day, everything: boolean): Day {
  const year = addDays(loadFrom, -loadDays);
  return everything && firstListingDay < year ? firstListingDay : year;
}

export function wantsEverything(state: UpdateState): boolean {
  return state.goal <= firstListingDay;
}

/** A stored value as state; null where it is not one: all days are then read again. */
export function parseUpdateState(stored: unknown): UpdateState | null {
  const parsed = v.safeParse(stateSchema, stored);
  return parsed.success ? parsed.output : null;
}
