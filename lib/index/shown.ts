/**
 * From the best documents to those a reader is shown: nothing below the floor, and one of each
 * group of near-duplicates.
 */
import { titleHash } from './indexed-paper.ts';
import type { QueryTerms, RelatedQuery } from './query.ts';
import { bm25, type ScoredDoc, type Snapshot, type WeightedTerm } from './snapshot.ts';

/**
 * Least share of the score that the query would get from itself. Calibrated on judged pairs and on
 * papers of other fields: docs/ranking.md.
 */
export const leastShare = 0.12;

/** Score of the query as if it were a document of the index; terms that no paper holds count too. */
function selfScore(snapshot: Snapshot, query: QueryTerms, weighted: WeightedTerm[]): number {
  const weights = new Map(weighted.map(({ term, weight }) => [term, weight]));
  const norm = snapshot.norm(query.length);
  let score = 0;
  for (const { term, frequency } of query.terms) {
    const weight = weights.get(term) ?? snapshot.idf(0) * frequency;
    score += (weight * (bm25.k1 + 1) * frequency) / (frequency + norm);
  }
  return score;
}

/** What is shown of `best`, in its order. */
export function shownOf(
  snapshot: Snapshot,
  query: RelatedQuery,
  terms: QueryTerms,
  weighted: WeightedTerm[],
  best: ScoredDoc[],
): ScoredDoc[] {
  const floor = leastShare * selfScore(snapshot, terms, weighted);
  const titles = new Set([titleHash(query.title)]);
  titles.delete(0);
  return best.filter((hit) => {
    if (hit.score < floor) return false;
    const title = snapshot.segments[hit.segment]?.titleHashOf(hit.doc) ?? 0;
    if (titles.has(title)) return false;
    if (title !== 0) titles.add(title);
    return true;
  });
}
