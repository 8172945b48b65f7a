import type { Day } from '../time/days.ts';
import type { UpdateProblem } from './status.ts';

/** What remains of the service's limit, by its `RateLimit` header. */
export interface RateLimit {
  remaining: number;
  resetMs: number;
}

export interface SourceFailure {
  ok: false;
  kind: Exclude<UpdateProblem['kind'], 'storage'>;
  /** Null when there was no answer. */
  httpStatus: number | null;
  /** How long the service asks Kindred to wait, in milliseconds. */
  retryAfterMs: number | null;
}

/** The outcome of a request. Sources never reject: a failure is a value. */
export type SourceAnswer<T> = { ok: true; body: T; allowance: RateLimit | null } | SourceFailure;

/** The Daily Papers API. */
export interface DailyPapersSource {
  /** One page (from 0) of the papers listed on a day, as parsed but unchecked JSON. */
  page(day: Day, page: number): Promise<SourceAnswer<unknown>>;
}

/** arXiv's metadata API. */
export interface ArxivSource {
  /** Metadata of these papers (at most 100 bare ids) as Atom text. */
  metadata(arxivIds: string[]): Promise<SourceAnswer<string>>;
}
