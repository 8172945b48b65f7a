/** The reasons of a result: the terms that contributed most to its score, as the query writes them. */

import type { Doc, Snapshot, WeightedTerm } from '../segments/snapshot.ts';
import { scoreBound } from './bm25.ts';
import { isPhrase, type RelatedQuery, surfaceForms } from './related-query.ts';
import { forEachTermScore, positionsBySegment } from './term-scores.ts';

const maxReasons = 6;
/** More than `maxReasons`, because phrases absorb their words. */
const maxParts = 10;

interface Part {
  term: string;
  score: number;
}

/** For each document its strongest terms, strongest first; no word of a listed phrase is listed again. */
export function reasonsOf(
  snapshot: Snapshot,
  query: Pick<RelatedQuery, 'title' | 'abstract'>,
  terms: WeightedTerm[],
  docs: Doc[],
): string[][] {
  if (docs.length === 0) return [];
  const strongest = strongestParts(snapshot, terms, docs);
  const wanted = new Set(strongest.flatMap((parts) => parts.map(({ term }) => term)));
  const forms = surfaceForms([query.title, query.abstract], wanted);
  return strongest.map((parts) =>
    withPhrases(parts.filter(({ term }) => !isPhrase(term) || forms.has(term))).map(
      ({ term }) => forms.get(term) ?? term,
    ),
  );
}

/** Adds to phrases the scores of their words, each to the strongest phrase that has it. */
function withPhrases(parts: Part[]): Part[] {
  const words = new Map(
    parts.filter(({ term }) => !isPhrase(term)).map((part) => [part.term, part]),
  );
  const phrases: Part[] = [];
  for (const { term, score } of parts) {
    if (!isPhrase(term)) continue;
    const own = term.split(' ');
    if (phrases.some((phrase) => phrase.term.split(' ').some((word) => own.includes(word))))
      continue;
    let whole = score;
    for (const word of own) {
      whole += words.get(word)?.score ?? 0;
      words.delete(word);
    }
    phrases.push({ term, score: whole });
  }
  return [...phrases, ...words.values()].sort((a, b) => b.score - a.score).slice(0, maxReasons);
}

/**
 * Goes through the terms by descending score bound, and stops once every document has `maxParts`
 * larger scores: the remaining terms have the longest posting lists.
 */
function strongestParts(snapshot: Snapshot, terms: WeightedTerm[], docs: Doc[]): Part[][] {
  const parts: Part[][] = docs.map(() => []);
  const positions = positionsBySegment(snapshot, docs);
  for (const term of [...terms].sort((a, b) => b.weight - a.weight)) {
    const bound = scoreBound(term.weight);
    const isFull = (known: Part[]) =>
      known.length === maxParts && (known.at(-1)?.score ?? 0) >= bound;
    if (parts.every(isFull)) break;
    forEachTermScore(snapshot, term, positions, (position, score) => {
      insert(parts[position] ?? [], { term: term.term, score });
    });
  }
  return parts;
}

function insert(parts: Part[], part: Part): void {
  const position = parts.findIndex(({ score }) => score < part.score);
  if (position >= 0) parts.splice(position, 0, part);
  else parts.push(part);
  if (parts.length > maxParts) parts.pop();
}
