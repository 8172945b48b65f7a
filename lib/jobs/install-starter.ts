import { recordOf } from '../digest/merge.ts';
import { starterClaims } from '../digest/starter/starter.ts';
import type { DigestStore } from '../digest/store.ts';
import type { Moment } from '../time/days.ts';

/** Stores the starter papers in an empty digest; does nothing otherwise, so every start may run it. */
export async function installStarter(
  digest: Pick<DigestStore, 'counts' | 'put'>,
  now: Moment,
): Promise<void> {
  if ((await digest.counts()).papers > 0) return;
  const records = starterClaims().flatMap((claim) => recordOf(claim) ?? []);
  await digest.put(records, { kind: 'starter', at: now });
}
