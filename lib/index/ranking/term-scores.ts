/** The scores of single terms in a few documents. */
import { frequenciesIn } from '../segments/postings.ts';
import type { Doc, Snapshot, WeightedTerm } from '../segments/snapshot.ts';

/** For each document the score by each term; 0 where the term does not occur. */
export function termScores(snapshot: Snapshot, terms: WeightedTerm[], docs: Doc[]): Float64Array[] {
  const scores = docs.map(() => new Float64Array(terms.length));
  if (docs.length === 0) return scores;
  const places = placesBySegment(snapshot, docs);
  terms.forEach((term, number) => {
    forEachTermScore(snapshot, term, places, (place, score) => {
      const values = scores[place];
      if (values !== undefined) values[number] = score;
    });
  });
  return scores;
}

/** Documents of one segment in a list of documents: their positions in it and their numbers, ascending. */
export interface DocPlaces {
  places: number[];
  docs: number[];
}

/** The documents of each segment. */
export function placesBySegment(snapshot: Snapshot, docs: Doc[]): DocPlaces[] {
  const bySegment: number[][] = snapshot.segments.map(() => []);
  docs.forEach(({ segment }, place) => {
    bySegment[segment]?.push(place);
  });
  return bySegment.map((places) => {
    places.sort((a, b) => (docs[a]?.doc ?? 0) - (docs[b]?.doc ?? 0));
    return { places, docs: places.map((place) => docs[place]?.doc ?? 0) };
  });
}

/** Calls `each` for the documents that contain a term, with their positions in the list. */
export function forEachTermScore(
  snapshot: Snapshot,
  { weight, lists }: WeightedTerm,
  bySegment: DocPlaces[],
  each: (place: number, score: number) => void,
): void {
  lists.forEach((list, segment) => {
    const { places = [], docs = [] } = bySegment[segment] ?? {};
    if (!list || places.length === 0) return;
    const size = snapshot.segments[segment]?.entry.docs ?? 0;
    frequenciesIn(list, docs, size).forEach((frequency, i) => {
      if (frequency === 0) return;
      each(places[i] ?? 0, snapshot.scoreOf(weight, frequency, { segment, doc: docs[i] ?? 0 }));
    });
  });
}
