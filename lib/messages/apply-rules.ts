/** Applies the rules of the contract around every handler. */
import { FailureError } from '../failure/failure.ts';
import type { Call, Change } from './call.ts';
import { type Caller, type CallName, calls, type Handlers } from './contract.ts';

/** What the background does around calls. */
interface CallHooks {
  /** Runs what needs the index: waits until it is ready, and rebuilds it once where it is damaged. */
  withIndex<T>(run: () => Promise<T>): Promise<T>;
  /** Runs what depends on the written data, before the call is answered. */
  afterWrite(changes: readonly Change[]): Promise<void>;
}

type AnyHandler = (request: unknown, caller: Caller) => Promise<unknown>;

/** The handlers with the rules of their rows: private windows, the index, the follow-up of writes. */
export function applyRules(handlers: Handlers, hooks: CallHooks): Handlers {
  const entries = Object.entries(calls).map(([name, call]) => [
    name,
    withRules(handlers[name as CallName] as AnyHandler, call, hooks),
  ]);
  return Object.fromEntries(entries) as Handlers;
}

const withRules =
  (handler: AnyHandler, call: Call, hooks: CallHooks): AnyHandler =>
  async (request, caller) => {
    if (caller.private && call.inPrivate !== 'answer') {
      if (call.inPrivate === 'refuse') throw blockedInPrivate();
      return call.inPrivate.instead;
    }
    const run = () => handler(request, caller);
    const answer = await (call.needsIndex ? hooks.withIndex(run) : run());
    if (call.changes.length > 0) await hooks.afterWrite(call.changes);
    return answer;
  };

const blockedInPrivate = () =>
  new FailureError({
    code: 'not-allowed',
    message: 'Kindred keeps nothing from private windows, so nothing was changed.',
  });
