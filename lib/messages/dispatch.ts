/**
 * The one place where messages become calls: parses the envelope, checks the sender and the request
 * against the contract, runs the handler and returns its outcome as data.
 */
import * as v from 'valibot';
import { FailureError, type Reply, replyOf } from '../failure/failure.ts';
import type { Call } from './call.ts';
import { type Caller, type CallName, calls, type Handlers } from './contract.ts';

/** A call as a message. No other message on the channel has this shape. */
interface Envelope {
  kindred: CallName;
  request: unknown;
  /** Whether the caller says that its window is private, which can only restrict the call. */
  private?: boolean;
}

/** Parses an envelope; null for any other message. */
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

/** Runs one call. `sender` is `extension` for Kindred's own pages, `page` for content scripts. */
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
