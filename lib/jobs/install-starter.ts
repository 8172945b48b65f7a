import { recordOf } from '../digest/merge.ts';
import { starterClaims } from '../digest/starter/starter.ts';
import type { DigestStore } from '../digest/store.ts';
import type { Moment } from '../time/days.ts';

/**
 * Puts the starter papers into an empty digest. Once there is a single paper it does nothing, so
 * it may run at every start.
 */
export async function installStarter(
  digest: Pick<DigestStore, 'counts' | 'put'>,
  now: Moment,
): Promise<void> {
  if ((await digest.counts()).papers > 0) return;
  const records = starterClaims().flatMap((claim) => recordOf(claim) ?? []);
  await digest.put(records, { kind: 'starter', at: now });
}
