/** Papers of a map that are closer to one another than to the rest, by number, ascending. */
export interface MapGroup {
  papers: number[];
  /** What most of them have and few of the rest, as they write it. */
  terms: string[];
}
