import type { Paper } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';

/** What the user has done with a paper. */
export interface Marks {
  read: boolean;
  saved: boolean;
}

export interface MarkedPaper {
  paper: Paper;
  marks: Marks;
}

/** When the user read and saved a paper; null is not. */
export interface StoredMarks {
  read: Moment | null;
  saved: Moment | null;
}

/** A saved paper that the digest does not have, as its page told it. */
export type SavedOnlyPaper = Pick<Paper, 'title' | 'authors' | 'arxivId' | 'doi' | 'published'>;
