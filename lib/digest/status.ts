import type { Day, Moment } from '../time/days.ts';

/** How complete and how recent the digest is. */
export interface DigestStatus {
  papers: number;
  /** Papers listed in Daily Papers; starter papers are not, until the API lists them. */
  listedPapers: number;
  /** The first of the days up to the last check that are all stored; null before the first check. */
  completeSince: Day | null;
  newestListing: Day | null;
  lastCheck: Moment | null;
  nextCheck: Moment | null;
  /** The user wants all Daily Papers since the first. */
  everything: boolean;
  loading: Loading | null;
  problem: UpdateProblem | null;
}

/** The first load, which goes back 12 months, or to the first Daily Papers. */
export interface Loading {
  state: 'running' | 'paused';
  /** Oldest day stored so far. */
  reached: Day | null;
  goal: Day;
  daysDone: number;
  daysTotal: number;
}

export const updateProblemKinds = [
  'offline',
  'refused',
  'busy',
  'not-json',
  'unexpected',
  'storage',
  'no-access',
] as const;

export interface UpdateProblem {
  kind: (typeof updateProblemKinds)[number];
  since: Moment;
  nextTry: Moment | null;
  /** Null where there was no answer. */
  httpStatus: number | null;
  /** The first failure with a network; null while there was none. */
  onlineSince?: Moment | null | undefined;
}
