/** The scores of single terms in a few documents. */
import { frequenciesIn } from '../segments/postings.ts';
import type { Doc, Snapshot, WeightedTerm } from '../segments/snapshot.ts';

/** For each document the score by each term; 0 where the term does not occur. */
export function termScores(snapshot: Snapshot, terms: WeightedTerm[], docs: Doc[]): Float64Array[] {
  const scores = docs.map(() => new Float64Array(terms.length));
  if (docs.length === 0) return scores;
  const positions = positionsBySegment(snapshot, docs);
  terms.forEach((term, number) => {
    forEachTermScore(snapshot, term, positions, (position, score) => {
      const values = scores[position];
      if (values !== undefined) values[number] = score;
    });
  });
  return scores;
}

/** Documents of one segment in a list of documents: their positions in it and their numbers, ascending. */
interface DocPositions {
  positions: number[];
  docs: number[];
}

/** The documents of each segment. */
export function positionsBySegment(snapshot: Snapshot, docs: Doc[]): DocPositions[] {
  const bySegment: number[][] = snapshot.segments.map(() => []);
  docs.forEach(({ segment }, position) => {
    bySegment[segment]?.push(position);
  });
  return bySegment.map((positions) => {
    positions.sort((a, b) => (docs[a]?.doc ?? 0) - (docs[b]?.doc ?? 0));
    return { positions, docs: positions.map((position) => docs[position]?.doc ?? 0) };
  });
}

/** Calls `each` for the documents that contain a term, with their positions in the list. */
export function forEachTermScore(
  snapshot: Snapshot,
  { weight, lists }: WeightedTerm,
  bySegment: DocPositions[],
  each: (position: number, score: number) => void,
): void {
  lists.forEach((list, segment) => {
    const { positions = [], docs = [] } = bySegment[segment] ?? {};
    if (!list || positions.length === 0) return;
    const size = snapshot.segments[segment]?.entry.docs ?? 0;
    frequenciesIn(list, docs, size).forEach((frequency, i) => {
      if (frequency === 0) return;
      each(positions[i] ?? 0, snapshot.scoreOf(weight, frequency, { segment, doc: docs[i] ?? 0 }));
    });
  });
}
