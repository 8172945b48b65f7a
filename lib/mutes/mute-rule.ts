import type { PaperId } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';

/** Something the reader does not want to see. */
export interface IgnoredThing {
  kind: 'word' | 'author' | 'paper';
  /** The word or the name as it was written, or the paper's id. */
  what: string;
  /** What a paper is called. */
  title?: string | undefined;
}

/** Where it is ignored: in all panels, in the panel of one paper, or in one topic. */
export type IgnoredScope =
  | { in: 'panels' }
  | { in: 'paper'; id: PaperId; title: string }
  | { in: 'topic'; id: string; name: string };

/** One thing ignored in one place. */
export interface IgnoredEntry {
  thing: IgnoredThing;
  scope: IgnoredScope;
}

/** What is ignored in all panels, or in the panel of one paper. */
export interface StoredIgnored {
  thing: IgnoredThing;
  /** Absent for all panels. */
  paper?: { id: PaperId; title: string } | undefined;
  at: Moment;
}
