import type { PaperId } from '../../paper/paper.ts';
import type { Day } from '../../time/days.ts';

/** What the label beside a line of a listing shows. */
export interface ListingLabel {
  arxivId: string;
  id: PaperId;
  /** In Daily Papers; day and upvotes where they are known. */
  listed: boolean;
  day: Day | null;
  upvotes: number | null;
  read: boolean;
  /** Names of the topics that it matches. */
  topics: string[];
}
