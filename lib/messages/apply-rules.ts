/** The rules of the contract that apply around a handler, in one place for all calls. */
import { FailureError } from '../failure/failure.ts';
import type { Call, Change } from './call.ts';
import { type Caller, type CallName, calls, type Handlers } from './contract.ts';

/** What the background does around calls. */
export interface CallHooks {
  /** Runs what needs the index: waits for it, and rebuilds it once when it is damaged. */
  withIndex<T>(run: () => Promise<T>): Promise<T>;
  /** Follows what a call wrote, before it is answered. */
  afterWrite(changes: readonly Change[]): Promise<void>;
}

type AnyHandler = (request: unknown, caller: Caller) => Promise<unknown>;

/** The handlers with the rules of their rows: private windows, the index, and what follows a write. */
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
