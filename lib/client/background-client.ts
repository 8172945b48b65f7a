import { browser } from 'wxt/browser';
import { FailureError, type Reply } from '../failure/failure.ts';
import type { Background } from '../messages/contract.ts';
import { repeatableCalls } from '../messages/repeatable-calls.ts';

/** A background that the browser stops may never answer. In milliseconds. */
const readTimeout = 10_000;

let isPrivateWindow = false;

/**
 * To be called by the popup and side panel before their first call: they belong to no tab, so the
 * background cannot see that their window is private.
 */
export function askFromPrivateWindow(isPrivate: boolean): void {
  isPrivateWindow = isPrivate;
}

async function send(name: string, request: unknown): Promise<Reply<unknown> | null> {
  const envelope = { kindred: name, request, ...(isPrivateWindow ? { private: true } : {}) };
  const reply = browser.runtime.sendMessage(envelope) as Promise<Reply<unknown> | null | undefined>;
  if (!repeatableCalls.has(name)) return (await reply) ?? null;
  const timeout = new Promise<null>((resolve) => setTimeout(resolve, readTimeout, null));
  return (await Promise.race([reply.catch(() => null), timeout])) ?? null;
}

async function call(name: string, request: unknown): Promise<unknown> {
  let reply = await send(name, request);
  if (reply === null && repeatableCalls.has(name)) reply = await send(name, request);
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
 * The background's calls as functions. Calls that may be repeated are sent again when the background
 * does not answer. A proxy, so that views and content scripts load no schemas.
 * @throws {FailureError} with the background's failure; 'internal' where it does not answer
 */
export const background = new Proxy({} as Background, {
  get: (_, name) => (request: unknown) => call(String(name), request),
});
