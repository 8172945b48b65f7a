/** Filters and sort orders of related papers: days, upvotes, sources. */
import { dayNumber, sourceBits, storedUpvotes } from '../segments/doc-facts.ts';
import type { Doc, ScoredDoc, Snapshot } from '../segments/snapshot.ts';
import type { RelatedFilters, RelatedSort } from './related-query.ts';

/** The number of most similar papers that the other sort orders choose from. */
export const sortedPapers = 40;

/**
 * The factor on the score of a paper outside Daily Papers when other sources are demoted: it ranks
 * lower unless its score is more than a sixth higher (1 / 0.85 = 1.176, about 18 %). docs/ranking.md
 * measures the effect on the first five.
 */
const demotion = 0.85;

/** The starter papers are Daily Papers too. */
const dailyBits = sourceBits(['daily-papers', 'starter']);

/** A test whether a document passes all filters. */
export function passesRelatedFilters(
  snapshot: Snapshot,
  filters: RelatedFilters,
): (doc: Doc) => boolean {
  const from = dayNumber(filters.publishedFrom ?? null);
  const before = dayNumber(filters.publishedBefore ?? null);
  const minUpvotes = filters.minUpvotes ?? null;
  const sources = filters.sources ? sourceBits(filters.sources) : 0;
  return ({ segment: number, doc }) => {
    const segment = snapshot.segments[number];
    if (segment === undefined) return false;
    const day = segment.dayOf(doc);
    if (from > 0 && day < from) return false;
    if (before > 0 && (day === 0 || day >= before)) return false;
    if (minUpvotes !== null && segment.upvotesOf(doc) < storedUpvotes(minUpvotes)) return false;
    return sources === 0 || (segment.sourcesOf(doc) & sources) !== 0;
  };
}

/** The factor on each document's score, at most 1. */
export function scoreFactor(
  snapshot: Snapshot,
  { demoteOtherSources }: RelatedFilters,
): (doc: Doc) => number {
  if (!demoteOtherSources) return () => 1;
  return ({ segment, doc }) => {
    const sources = snapshot.segments[segment]?.sourcesOf(doc) ?? 0;
    return sources === 0 || (sources & dailyBits) !== 0 ? 1 : demotion;
  };
}

/** The most similar documents in a sort order; equal ones stay in order of similarity. */
export function inSortOrder(
  snapshot: Snapshot,
  docs: ScoredDoc[],
  sort: RelatedSort = 'similarity',
): ScoredDoc[] {
  if (sort === 'similarity') return docs;
  const value = ({ segment: number, doc }: Doc) => {
    const segment = snapshot.segments[number];
    return (sort === 'newest' ? segment?.dayOf(doc) : segment?.upvotesOf(doc)) ?? 0;
  };
  return docs.slice(0, sortedPapers).sort((a, b) => value(b) - value(a));
}
