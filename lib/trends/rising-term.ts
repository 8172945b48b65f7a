/** A word or phrase whose share of new papers rises. */
export interface RisingTerm {
  /** In its most frequent form in recent papers. */
  term: string;
  /** The number of papers with it in the last two weeks, and in the weeks before. */
  recent: number;
  before: number;
  /** `signedRatio` of the rise. */
  ratio: number;
  /** The number of papers with it in each week, oldest first. */
  weeks: number[];
}
