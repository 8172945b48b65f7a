import type { Day, Moment } from '../time/days.ts';

/** How far the digest reaches and how fresh it is. */
export interface DigestStatus {
  papers: number;
  /** Papers listed in Daily Papers (the starter papers are not, until the API says so). */
  listedPapers: number;
  /** Every listing day from here to the last check is stored; null before the first update. */
  completeSince: Day | null;
  newestListing: Day | null;
  lastCheck: Moment | null;
  nextCheck: Moment | null;
  /** The user has asked for all Daily Papers since the first. */
  everything: boolean;
  loading: Loading | null;
  problem: UpdateProblem | null;
}

/** The first load: 12 months, or everything where the user asked for it. */
export interface Loading {
  state: 'running' | 'paused';
  /** Oldest day stored so far. */
  reached: Day | null;
  goal: Day;
  daysDone: number;
  daysTotal: number;
}

export interface UpdateProblem {
  kind: 'offline' | 'refused' | 'busy' | 'not-json' | 'unexpected' | 'storage' | 'no-access';
  since: Moment;
  nextTry: Moment | null;
  /** Number of the HTTP status, if there was an answer. */
  httpStatus: number | null;
  /** The first failure that came about with a network; null while there was none. */
  onlineSince?: Moment | null | undefined;
}
