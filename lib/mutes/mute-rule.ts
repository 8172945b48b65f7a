import type { PaperId } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';

/** Something the user does not want to see. */
export interface MuteRule {
  kind: 'word' | 'author' | 'paper';
  /** The word or the name as it was written, or the paper's id. */
  what: string;
  /** What a paper is called. */
  title?: string | undefined;
}

/** Where it is ignored: in all panels, in the panel of one paper, or in one topic. */
export type MuteScope =
  | { in: 'panels' }
  | { in: 'paper'; id: PaperId; title: string }
  | { in: 'topic'; id: string; name: string };

/** One thing ignored in one place. */
export interface Mute {
  thing: MuteRule;
  scope: MuteScope;
}

/** What is ignored in all panels, or in the panel of one paper. */
export interface StoredMute {
  thing: MuteRule;
  /** Absent for all panels. */
  paper?: { id: PaperId; title: string } | undefined;
  at: Moment;
}
