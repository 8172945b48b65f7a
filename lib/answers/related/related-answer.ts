import type { DigestStatus } from '../../digest/status.ts';
import type { Marks } from '../../marks/marks.ts';
import type { MuteRule } from '../../mutes/mute-rule.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Day, Moment } from '../../time/days.ts';

export type RelatedSortOrder = 'similarity' | 'newest' | 'upvotes';

export interface RelatedEntry {
  paper: Paper;
  marks: Marks;
  /** Terms that carried the score, strongest first, in the paper's words. */
  why: string[];
  score: number;
  /** Postdates the paper of the page. */
  newer: boolean;
}

/** Whether the page's paper is in Daily Papers: three different truths. */
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
    /** A PDF or page whose title and abstract are known neither from the page nor from the digest. */
    | { state: 'no-text' }
    /** The user has said that the page is not about this paper. */
    | { state: 'refused' };
  /** Strongest terms shared over the entries: the suggestion for a topic. */
  sharedTerms: string[];
  /** What the user ignores here: for this paper alone, and in all panels. */
  ignored: { here: MuteRule[]; everywhere: MuteRule[] };
  status: DigestStatus;
}
