/** A word or phrase whose share of papers rose. */
export interface RisingTerm {
  /** As recent papers mostly write it. */
  term: string;
  /** Papers of the last two weeks that have it, and of the weeks before. */
  recent: number;
  before: number;
  /** How surprising the rise is, as `signedRatio` has it. */
  ratio: number;
  /** Papers that have it, week by week, oldest first. */
  weeks: number[];
}
