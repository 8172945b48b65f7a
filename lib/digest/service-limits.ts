/** What services say of their limits in an answer's headers. */
import type { RateLimit } from './source.ts';

/** Hugging Face's `RateLimit: "api";r=495;t=23`: requests left and seconds to the reset. */
export function parseRateLimit(header: string | null): RateLimit | null {
  const remaining = /(?:^|;)\s*r=(\d{1,9})\s*(?:;|$)/.exec(header ?? '')?.[1];
  const seconds = /(?:^|;)\s*t=(\d{1,6})\s*(?:;|$)/.exec(header ?? '')?.[1];
  if (remaining === undefined || seconds === undefined) return null;
  return { remaining: Number(remaining), resetMs: Number(seconds) * 1_000 };
}

/** `Retry-After` as seconds or as an HTTP date (RFC 9110, 10.2.3), in milliseconds from now. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1_000;
  const time = Date.parse(header);
  return Number.isNaN(time) ? null : Math.max(0, time - now);
}
