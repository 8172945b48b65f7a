/** Text and addresses from outside, brought into bounds. */
import type { Day, Moment } from '../paper/paper.ts';

/** Longest texts kept, in UTF-16 units; and the most of a kind. */
export const bounds = {
  title: 1_000,
  abstract: 20_000,
  summary: 2_000,
  name: 200,
  authors: 5_000,
  keyTerm: 100,
  keyTerms: 50,
  url: 500,
} as const;

/** White space collapsed, control characters out, cut to `longest`. */
export function boundedText(text: string, longest: number): string {
  const collapsed = text
    .slice(0, longest * 2)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return collapsed.length <= longest
    ? collapsed
    : collapsed.slice(0, longest).toWellFormed().trim();
}

/** An `https:` address without credentials, as the platform writes it; null for anything else. */
export function httpsUrl(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > bounds.url || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return plain && url.hostname.includes('.') && url.href.length <= bounds.url ? url.href : null;
}

/** The UTC day of an ISO 8601 moment or day; null unless it is a real one. */
export function dayOf(text: string): Day | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:$|T)/.exec(text);
  if (!match?.[1]) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  const day = new Date(time).toISOString().slice(0, 10);
  // `Date.parse` reads 31 February as a day of March.
  return text.length > 10 || day === match[1] ? day : null;
}

/** Milliseconds since 1970 as a moment. */
export function momentOf(time: number): Moment {
  return new Date(time).toISOString();
}
