/** Papers of a map that are more similar to one another than to the rest. */
export interface MapGroup {
  /** Their numbers, ascending. */
  papers: number[];
  /** Terms that most of them have and few of the rest, as they write them. */
  terms: string[];
}
