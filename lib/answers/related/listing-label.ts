import type { PaperId } from '../../paper/paper.ts';
import type { Day } from '../../time/days.ts';

/** What is known of a paper that a listing names. */
export interface ListingLabel {
  arxivId: string;
  id: PaperId;
  /** In Daily Papers, and since when and with how many upvotes, where that is known. */
  listed: boolean;
  day: Day | null;
  upvotes: number | null;
  read: boolean;
  /** Names of the user's topics that have it. */
  topics: string[];
}
