/**
 * What every list of the digest goes by, of all papers at once and small enough to be read before
 * each answer: about 25 bytes a paper. One entry a paper in each column, in no order.
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
  /** A bit for each source, by its place in `sourceOrder`. */
  sources: Uint8Array;
}

const dayNumber = (day: Day | null): number => (day === null ? 0 : Number(day.replaceAll('-', '')));

/** `2026-11-20` of 20261120; null of 0. */
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

/** The outline of all its other papers. */
export function outlineWithout(outline: Outline, out: ReadonlySet<PaperId>): Outline {
  const places = [...outline.ids.keys()].filter((place) => !out.has(outline.ids[place] as PaperId));
  return {
    ids: places.map((place) => outline.ids[place] as PaperId),
    days: Int32Array.from(places, (place) => outline.days[place] ?? 0),
    upvotes: Int32Array.from(places, (place) => outline.upvotes[place] ?? -1),
    sources: Uint8Array.from(places, (place) => outline.sources[place] ?? 0),
  };
}

/** Several outlines as one. */
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

/** The sources of a paper of the outline, in the order in which they are believed. */
export const sourcesAt = ({ sources }: Outline, at: number): Source[] =>
  sourceOrder.filter((source) => ((sources[at] ?? 0) & bitOf(source)) !== 0);
