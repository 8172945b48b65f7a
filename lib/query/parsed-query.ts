/**
 * A parsed query, which search, filters and topics share. Topics store it, so its fields keep their
 * names: `without` is a negated clause, `least` and `most` are the ends of a range.
 */
import type { Source } from '../paper/paper.ts';
import type { Day } from '../time/days.ts';

/** Increased when stored queries must be parsed again. */
export const queryVersion = 1;

export interface ParsedQuery {
  version: typeof queryVersion;
  /** The text that was parsed. */
  source: string;
  /** All must match. */
  clauses: Clause[];
  /** Whether the text ends with a word that the user may still be typing. */
  unfinished: boolean;
}

/** A condition on a paper; `without` negates it. */
export type Clause = (TextClause | DayClause | UpvoteClause | SourceClause) & { without: boolean };

/** Words that must occur one after the other; most clauses have one word. */
export interface TextClause {
  kind: 'text';
  /** `any`: title, abstract and key terms, and in search also authors. */
  field: 'any' | 'title' | 'author';
  /** As written, at least one. */
  words: string[];
  /** Written in quotation marks. The parts of a hyphenated word are a clause without them. */
  quoted: boolean;
}

/** Published in these days, both included; null is no limit. */
interface DayClause {
  kind: 'days';
  from: Day | null;
  to: Day | null;
}

/** Upvotes in this range, both included; unknown upvotes fail. */
interface UpvoteClause {
  kind: 'upvotes';
  least: number | null;
  most: number | null;
}

/** Claimed by this source. */
interface SourceClause {
  kind: 'source';
  source: Source;
}

/** A part of a query that could not be parsed, or that no paper or nearly every paper matches. */
export interface QueryProblem {
  code:
    | 'bad-date'
    | 'bad-number'
    | 'bad-source'
    | 'only-without'
    | 'only-common-words'
    | 'empty'
    | 'contradiction'
    | 'never-new'
    | 'phrase-not-found'
    | 'not-all-words'
    | 'few-have-all';
  /** The part of the query, as written. */
  text: string;
}

export function isText<C extends Clause>(clause: C): clause is C & TextClause {
  return clause.kind === 'text';
}
