/**
 * What lists of the digest sort, group and filter by, in columns with one entry per paper, unordered:
 * about 25 bytes per paper, small enough to be read before each answer.
 */
import type { Paper, PaperId, Source } from '../paper/paper.ts';
import type { Day } from '../time/days.ts';
import { sourceOrder } from './merge.ts';

export interface Outline {
  ids: PaperId[];
  /** Day of listing, else of publication, as the number YYYYMMDD; 0 when unknown. */
  days: Int32Array;
  /** -1 when unknown. */
  upvotes: Int32Array;
  /** A bit per source, by its position in `sourceOrder`. */
  sources: Uint8Array;
}

const dayNumber = (day: Day | null): number => (day === null ? 0 : Number(day.replaceAll('-', '')));

/** `2026-11-20` for 20261120; null for 0. */
export function dayOfNumber(number: number): Day | null {
  if (number === 0) return null;
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

export function buildOutline(papers: readonly Paper[]): Outline {
  return {
    ids: papers.map(({ id }) => id),
    days: Int32Array.from(papers, ({ listedAt, published }) => dayNumber(listedAt ?? published)),
    upvotes: Int32Array.from(papers, ({ upvotes }) => upvotes ?? -1),
    sources: Uint8Array.from(papers, ({ sources }) =>
      sources.reduce((bits, source) => bits | bitOf(source), 0),
    ),
  };
}

/** The outline without some papers. */
export function outlineWithout(outline: Outline, removed: ReadonlySet<PaperId>): Outline {
  const kept = [...outline.ids.keys()].filter((at) => !removed.has(outline.ids[at] as PaperId));
  return {
    ids: kept.map((at) => outline.ids[at] as PaperId),
    days: Int32Array.from(kept, (at) => outline.days[at] ?? 0),
    upvotes: Int32Array.from(kept, (at) => outline.upvotes[at] ?? -1),
    sources: Uint8Array.from(kept, (at) => outline.sources[at] ?? 0),
  };
}

export function joinOutlines(parts: readonly Outline[]): Outline {
  const size = parts.reduce((sum, { ids }) => sum + ids.length, 0);
  const joined: Outline = {
    ids: parts.flatMap(({ ids }) => ids),
    days: new Int32Array(size),
    upvotes: new Int32Array(size),
    sources: new Uint8Array(size),
  };
  let at = 0;
  for (const { ids, days, upvotes, sources } of parts) {
    joined.days.set(days, at);
    joined.upvotes.set(upvotes, at);
    joined.sources.set(sources, at);
    at += ids.length;
  }
  return joined;
}

const bitOf = (source: Source): number => 1 << sourceOrder.indexOf(source);

/** The sources of the paper at an index, in `sourceOrder`. */
export const sourcesAt = ({ sources }: Outline, at: number): Source[] =>
  sourceOrder.filter((source) => ((sources[at] ?? 0) & bitOf(source)) !== 0);
