/** A link between two papers by number: 0 is the center, the others count from 1. */
export interface MapEdge {
  a: number;
  b: number;
  /** Their similarity as a share of the self-score, 0 to 1. */
  weight: number;
}
