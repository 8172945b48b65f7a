/**
 * A message becomes a call here and nowhere else: the envelope is read, the sender and the request
 * are checked against the contract, the handler runs, and the outcome is returned as data.
 */
import * as v from 'valibot';
import { FailureError, type Reply, replyOf } from '../failure/failure.ts';
import type { Call } from './call.ts';
import { type Caller, type CallName, calls, type Handlers } from './contract.ts';

/** What travels: nothing else on the same channel looks like it. */
export interface Envelope {
  kindred: CallName;
  request: unknown;
  /** The caller says that its window is private. Believed: it can only have less done. */
  private?: boolean;
}

/** Reads an envelope, or null where the message is somebody else's. */
export function envelopeOf(message: unknown): Envelope | null {
  if (typeof message !== 'object' || message === null || !('kindred' in message)) return null;
  const name = message.kindred;
  if (typeof name !== 'string' || !Object.hasOwn(calls, name)) return null;
  return {
    kindred: name as CallName,
    request: 'request' in message ? message.request : {},
    private: 'private' in message && message.private === true,
  };
}

/** Answers one envelope. `sender` is `extension` for Kindred's own pages, `page` for content scripts. */
export function dispatch(
  handlers: Handlers,
  envelope: Envelope,
  sender: Call['from'],
  caller: Caller,
): Promise<Reply<unknown>> {
  return replyOf(async () => {
    const name = envelope.kindred;
    const call: Call = calls[name];
    if (call.from === 'extension' && sender !== 'extension') {
      throw new FailureError({
        code: 'not-allowed',
        message: `Only Kindred’s own pages may call “${name}”. Nothing was changed.`,
      });
    }
    const request = v.safeParse(call.request, envelope.request);
    if (!request.success) {
      throw new FailureError({
        code: 'bad-request',
        message: `The call “${name}” is malformed (${request.issues[0].message}). Nothing was changed.`,
      });
    }
    const handler = handlers[name] as (request: unknown, caller: Caller) => Promise<unknown>;
    return handler(request.output, caller);
  });
}
