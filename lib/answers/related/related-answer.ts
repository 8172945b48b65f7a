import type { DigestStatus } from '../../digest/status.ts';
import type { Marks } from '../../marks/marks.ts';
import type { MuteRule } from '../../mutes/mute-rule.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Day, Moment } from '../../time/days.ts';

export type RelatedSortOrder = 'similarity' | 'newest' | 'upvotes';

export interface RelatedEntry {
  paper: Paper;
  marks: Marks;
  /**
   * The reasons: terms that contributed most to the score, strongest first, in the paper's words.
   */
  why: string[];
  score: number;
  /** Newer than the paper of the page. */
  newer: boolean;
}

/** Whether the page's paper is in Daily Papers. */
export type ListingStatus =
  | { state: 'listed'; day: Day | null; upvotes: number | null }
  | { state: 'not-listed'; checked: Moment }
  | { state: 'unknown'; since: Day | null };

export interface RelatedAnswer {
  /** Null when the page's paper is not in the digest. */
  self: { paper: Paper; marks: Marks } | null;
  listed: ListingStatus;
  outcome:
    | { state: 'related'; entries: RelatedEntry[] }
    | { state: 'nothing-close' }
    /** Neither the page nor the digest has a title or an abstract. */
    | { state: 'no-text' }
    /** The user said that the page is not about this paper. */
    | { state: 'refused' };
  /** The strongest reasons over all entries: a suggestion for a topic. */
  sharedTerms: string[];
  /** The mute rules that apply: of this paper's panel only, and of all panels. */
  ignored: { here: MuteRule[]; everywhere: MuteRule[] };
  status: DigestStatus;
}
