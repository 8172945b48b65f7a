/**
 * What single terms add to the scores of a few documents.
 */
import { frequenciesIn } from '../segments/postings.ts';
import type { Doc, Snapshot, WeightedTerm } from '../segments/snapshot.ts';

/** For each document the contribution of each term, 0 where it is not there. */
export function termScores(snapshot: Snapshot, terms: WeightedTerm[], docs: Doc[]): Float64Array[] {
  const parts = docs.map(() => new Float64Array(terms.length));
  if (docs.length === 0) return parts;
  const here = placesBySegment(snapshot, docs);
  terms.forEach((term, number) => {
    forEachTermScore(snapshot, term, here, (place, score) => {
      const values = parts[place];
      if (values !== undefined) values[number] = score;
    });
  });
  return parts;
}

/** Documents of one segment among a list: where they stand there and their numbers, ascending. */
export interface Places {
  places: number[];
  docs: number[];
}

/** For each segment its documents among `docs`. */
export function placesBySegment(snapshot: Snapshot, docs: Doc[]): Places[] {
  const here: number[][] = snapshot.segments.map(() => []);
  docs.forEach(({ segment }, place) => {
    here[segment]?.push(place);
  });
  return here.map((places) => {
    places.sort((a, b) => (docs[a]?.doc ?? 0) - (docs[b]?.doc ?? 0));
    return { places, docs: places.map((place) => docs[place]?.doc ?? 0) };
  });
}

/** Calls `each` for the documents that hold a term, with their places in the list. */
export function forEachTermScore(
  snapshot: Snapshot,
  { weight, lists }: WeightedTerm,
  here: Places[],
  each: (place: number, score: number) => void,
): void {
  for (let segment = 0; segment < lists.length; segment++) {
    const list = lists[segment];
    const { places, docs } = here[segment] ?? nowhere;
    if (!list || places.length === 0) continue;
    const size = snapshot.segments[segment]?.entry.docs ?? 0;
    const frequencies = frequenciesIn(list, docs, size);
    for (let i = 0; i < places.length; i++) {
      const frequency = frequencies[i] ?? 0;
      if (frequency === 0) continue;
      const doc = docs[i] ?? 0;
      each(places[i] ?? 0, snapshot.contribution(weight, frequency, { segment, doc }));
    }
  }
}

const nowhere: Places = { places: [], docs: [] };
