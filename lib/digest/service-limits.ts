/** Rate limits and retry times in the headers of an answer. */
import type { RateLimit } from './source.ts';

/** Parses Hugging Face's `RateLimit: "api";r=495;t=23`: remaining requests, seconds to the reset. */
export function parseRateLimit(header: string | null): RateLimit | null {
  const remaining = /(?:^|;)\s*r=(\d{1,9})\s*(?:;|$)/.exec(header ?? '')?.[1];
  const seconds = /(?:^|;)\s*t=(\d{1,6})\s*(?:;|$)/.exec(header ?? '')?.[1];
  if (remaining === undefined || seconds === undefined) return null;
  return { remaining: Number(remaining), resetMs: Number(seconds) * 1_000 };
}

/** Parses `Retry-After`, seconds or an HTTP date (RFC 9110, 10.2.3), to milliseconds from now. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1_000;
  const time = Date.parse(header);
  return Number.isNaN(time) ? null : Math.max(0, time - now);
}
