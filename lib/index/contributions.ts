/**
 * What single terms add to the scores of a few documents.
 */
import { frequenciesIn } from './postings.ts';
import type { Doc, Snapshot, WeightedTerm } from './snapshot.ts';

/** For each document the contribution of each term, 0 where it is not there. */
export function contributionsOf(
  snapshot: Snapshot,
  terms: WeightedTerm[],
  docs: Doc[],
): Float64Array[] {
  const parts = docs.map(() => new Float64Array(terms.length));
  if (docs.length === 0) return parts;
  const here = placesBySegment(snapshot, docs);
  terms.forEach((term, number) => {
    eachContribution(snapshot, term, docs, here, (place, score) => {
      const values = parts[place];
      if (values !== undefined) values[number] = score;
    });
  });
  return parts;
}

/** For each segment the places in `docs` of its documents, in order of their numbers. */
export function placesBySegment(snapshot: Snapshot, docs: Doc[]): number[][] {
  const places: number[][] = snapshot.segments.map(() => []);
  docs.forEach(({ segment }, place) => {
    places[segment]?.push(place);
  });
  for (const here of places) here.sort((a, b) => (docs[a]?.doc ?? 0) - (docs[b]?.doc ?? 0));
  return places;
}

/** Calls `each` for the documents that hold a term, with their places in `docs`. */
export function eachContribution(
  snapshot: Snapshot,
  { weight, lists }: WeightedTerm,
  docs: Doc[],
  places: number[][],
  each: (place: number, score: number) => void,
): void {
  lists.forEach((list, segment) => {
    const here = places[segment] ?? [];
    if (list === null || here.length === 0) return;
    const frequencies = frequenciesIn(
      list,
      here.map((place) => docs[place]?.doc ?? 0),
    );
    here.forEach((place, i) => {
      const doc = docs[place];
      const frequency = frequencies[i] ?? 0;
      if (doc !== undefined && frequency > 0) {
        each(place, snapshot.contribution(weight, frequency, doc));
      }
    });
  });
}
