import { browser } from 'wxt/browser';
import { FailureError, type Reply } from '../failure/failure.ts';
import type { Background } from '../messages/contract.ts';
import { repeatableCalls } from '../messages/repeatable-calls.ts';

/** A background that was stopped may leave its question open for good. */
const longestReading = 10_000;

let inPrivate = false;

/**
 * Popup and side panel belong to no tab, so the background cannot see that their window is private:
 * they say so themselves, once before they ask anything.
 */
export function askFromPrivateWindow(isPrivate: boolean): void {
  inPrivate = isPrivate;
}

async function ask(name: string, request: unknown): Promise<Reply<unknown> | null> {
  const envelope = { kindred: name, request, ...(inPrivate ? { private: true } : {}) };
  const asked = browser.runtime.sendMessage(envelope) as Promise<Reply<unknown> | null | undefined>;
  if (!repeatableCalls.has(name)) return (await asked) ?? null;
  const tooLate = new Promise<null>((resolve) => setTimeout(resolve, longestReading, null));
  return (await Promise.race([asked.catch(() => null), tooLate])) ?? null;
}

async function call(name: string, request: unknown): Promise<unknown> {
  let reply = await ask(name, request);
  if (reply === null && repeatableCalls.has(name)) reply = await ask(name, request);
  if (reply === null) {
    throw new FailureError({
      code: 'internal',
      message: 'Kindred’s background did not answer. What is stored is untouched; try again.',
    });
  }
  if (!reply.ok) throw new FailureError(reply.error);
  return reply.value;
}

/**
 * The background, called as if it were here; every call rejects with a FailureError. A proxy, so
 * that views and content scripts carry no schema.
 */
export const background = new Proxy({} as Background, {
  get: (_, name) => (request: unknown) => call(String(name), request),
});
