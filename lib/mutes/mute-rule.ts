import type { PaperId } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';

/** A word, an author or a paper that the user does not want to see. */
export interface MuteRule {
  kind: 'word' | 'author' | 'paper';
  /** The word or the name as it was written, or the paper's id. */
  what: string;
  /** The paper's title. */
  title?: string | undefined;
}

/** Where a rule applies: in all panels, in the panel of one paper, or in one topic. */
export type MuteScope =
  | { in: 'panels' }
  | { in: 'paper'; id: PaperId; title: string }
  | { in: 'topic'; id: string; name: string };

/** A rule and where it applies. */
export interface Mute {
  thing: MuteRule;
  scope: MuteScope;
}

/** A rule of all panels, or of the panel of one paper. */
export interface StoredMute {
  thing: MuteRule;
  /** Absent for all panels. */
  paper?: { id: PaperId; title: string } | undefined;
  at: Moment;
}
