/**
 * What a user wants of related papers beside closeness: days, upvotes, sources, and another order.
 */
import { dayNumber, sourceBits, storedUpvotes } from '../segments/doc-facts.ts';
import type { Doc, ScoredDoc, Snapshot } from '../segments/snapshot.ts';
import type { RelatedFilters, RelatedSort } from './related-query.ts';

/** Other orders than similarity choose from so many closest papers. */
export const sortFrom = 40;

/**
 * What the score of a paper outside Daily Papers counts for where others stand below: at most a
 * seventh closer, it stands behind. docs/ranking.md has what that does to the first five.
 */
const othersShare = 0.85;

/** The starter papers are Daily Papers too. */
const dailyBits = sourceBits(['daily-papers', 'starter']);

/** Whether a document passes all conditions. */
export function passesRelatedFilters(
  snapshot: Snapshot,
  conditions: RelatedFilters,
): (doc: Doc) => boolean {
  const from = dayNumber(conditions.publishedFrom ?? null);
  const before = dayNumber(conditions.publishedBefore ?? null);
  const least = conditions.leastUpvotes ?? null;
  const sources = conditions.sources ? sourceBits(conditions.sources) : 0;
  return ({ segment: number, doc }) => {
    const segment = snapshot.segments[number];
    if (segment === undefined) return false;
    const day = segment.dayOf(doc);
    if (from > 0 && day < from) return false;
    if (before > 0 && (day === 0 || day >= before)) return false;
    if (least !== null && segment.upvotesOf(doc) < storedUpvotes(least)) return false;
    return sources === 0 || (segment.sourcesOf(doc) & sources) !== 0;
  };
}

/** What a document's score counts for, at most 1. */
export function shareOf(snapshot: Snapshot, { othersBelow }: RelatedFilters): (doc: Doc) => number {
  if (!othersBelow) return () => 1;
  return ({ segment, doc }) => {
    const sources = snapshot.segments[segment]?.sourcesOf(doc) ?? 0;
    return sources === 0 || (sources & dailyBits) !== 0 ? 1 : othersShare;
  };
}

/** The closest documents in the wanted order; equals stay as close as they were. */
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
  return docs.slice(0, sortFrom).sort((a, b) => value(b) - value(a));
}
