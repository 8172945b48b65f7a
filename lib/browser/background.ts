import { browser } from 'wxt/browser';
import type { Reply } from '../messages/answers.ts';
import type { Background } from '../messages/contract.ts';
import { FailureError } from '../messages/failure.ts';

async function call(name: string, request: unknown): Promise<unknown> {
  const sent = browser.runtime.sendMessage({ kindred: name, request });
  // Chromium rejects, Firefox resolves to nothing when the background stops before it answers.
  const reply = (await sent.catch(() => null)) as Reply<unknown> | undefined | null;
  if (reply === undefined || reply === null) {
    throw new FailureError({
      code: 'stopped',
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
