/** A line between two papers by number: 0 is the center, the others count from 1. */
export interface MapEdge {
  a: number;
  b: number;
  /** How close the two are: a share of the most that one could score, 0 to 1. */
  weight: number;
}
