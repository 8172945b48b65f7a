import type { Paper } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';

/** Whether the user has read and saved a paper. */
export interface Marks {
  read: boolean;
  saved: boolean;
}

export interface MarkedPaper {
  paper: Paper;
  marks: Marks;
}

/** Neither read nor saved. */
export const noMarks: Marks = { read: false, saved: false };

/** When the user read and saved a paper; null for not. */
export interface StoredMarks {
  read: Moment | null;
  saved: Moment | null;
}

/** A saved paper that the digest does not contain, with what its page says about it. */
export type SavedOnlyPaper = Pick<Paper, 'title' | 'authors' | 'arxivId' | 'doi' | 'published'>;
