import { FailureError } from '../failure/failure.ts';
import type { Caller } from '../messages/contract.ts';

/** Throws where the caller is a private window: nothing may be kept from it. */
export function refusePrivate(caller: Caller): void {
  if (!caller.private) return;
  throw new FailureError({
    code: 'not-allowed',
    message: 'Kindred keeps nothing from private windows, so nothing was changed.',
  });
}
