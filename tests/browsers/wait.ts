import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks until the answer is true-ish, every 40 ms, for 10 s by default, and returns that
 * answer. A probe that throws (a page in the middle of a navigation) counts as "not yet".
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T> | T,
  timeout = 10_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value as NonNullable<T>;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      const seen = last instanceof Error ? last.message : JSON.stringify(last);
      throw new Error(`Waited ${timeout / 1000} s for: ${what}. Last: ${seen}`);
    }
    await pause(40);
  }
}
