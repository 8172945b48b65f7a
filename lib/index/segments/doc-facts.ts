/**
 * The entry of a document in the `docs` record: length (uint16), day (uint16), title hash (uint32),
 * upvotes (uint16), sources (uint8), a zero. Little-endian.
 */
import type { Source } from '../../paper/paper.ts';
import { type Day, dayMs } from '../../time/days.ts';

export const bytesPerDoc = 12;

export const factOffset = { length: 0, day: 2, titleHash: 4, upvotes: 8, sources: 10 } as const;

/** Days since 1970, from 1 to 65,535; 0 when unknown. */
export function dayNumber(day: Day | null): number {
  if (day === null) return 0;
  const days = Math.floor(Date.parse(day) / dayMs);
  return days > 0 && days < 65_536 ? days : 0;
}

/** The upvotes plus one, at most 65,535; 0 when unknown. */
export function storedUpvotes(upvotes: number | null | undefined): number {
  return upvotes === null || upvotes === undefined ? 0 : Math.min(65_535, upvotes + 1);
}

const bits: Readonly<Record<Source, number>> = {
  'daily-papers': 1,
  arxiv: 2,
  file: 4,
  starter: 8,
};

/** A set of sources as bits. */
export function sourceBits(sources: readonly Source[] = []): number {
  return sources.reduce((all, source) => all | bits[source], 0);
}

const sourceSets = Array.from({ length: 16 }, (_, set) =>
  (Object.keys(bits) as Source[]).filter((source) => (bits[source] & set) !== 0),
);

/** The sources of a set that `sourceBits` returned. */
export const sourcesIn = (set: number): readonly Source[] => sourceSets[set] ?? [];
