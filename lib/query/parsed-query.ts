/**
 * What a query means once read: the one language of search and topics, as versioned data that may
 * be stored with the text it was read from.
 */
import type { Source } from '../paper/paper.ts';
import type { Day } from '../time/days.ts';

/** Raised when a stored parse can no longer be taken as it is; topics are then read again. */
export const queryVersion = 1;

export interface ParsedQuery {
  version: typeof queryVersion;
  /** What the user wrote. */
  source: string;
  /** All must hold. */
  clauses: Clause[];
  /** The text ends inside its last word, which may be half a word. */
  unfinished: boolean;
}

/** One condition on a paper; `without` turns it round. */
export type Clause = (TextClause | DayClause | UpvoteClause | SourceClause) & { without: boolean };

/** Words that stand one after the other; a single word is the common case. */
export interface TextClause {
  kind: 'text';
  /** `any`: title, abstract and key terms (and in search, authors). */
  field: 'any' | 'title' | 'author';
  /** As written, at least one. */
  words: string[];
  /** Written in quotation marks; words of a hyphenated word stand together without them. */
  quoted: boolean;
}

/** Published in these days, both included; null is no limit. */
export interface DayClause {
  kind: 'days';
  from: Day | null;
  to: Day | null;
}

/** Upvotes in this range, both included; unknown upvotes fail. */
export interface UpvoteClause {
  kind: 'upvotes';
  least: number | null;
  most: number | null;
}

/** Known from this source. */
export interface SourceClause {
  kind: 'source';
  source: Source;
}

/** A part of a query that could not be understood, or makes it pointless. */
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
  /** The piece of the query, as written. */
  text: string;
}

export function isText<C extends Clause>(clause: C): clause is C & TextClause {
  return clause.kind === 'text';
}
