import type { DigestStatus } from '../digest/status.ts';
import { type Day, dayMs, type Moment } from '../time/days.ts';

const failureMs = 3 * dayMs;

/**
 * The day since which checks have failed, once they have for three days although the device was
 * online: "nothing new" may be wrong then. Null otherwise. Days before the first failed check, on
 * which the device was off, do not count.
 */
export function checksFailingSince(
  { problem, lastCheck }: Pick<DigestStatus, 'problem' | 'lastCheck'>,
  now: Moment,
): Day | null {
  const onlineSince = problem?.onlineSince ?? null;
  if (onlineSince === null) return null;
  const since = lastCheck !== null && lastCheck > onlineSince ? lastCheck : onlineSince;
  return Date.parse(now) - Date.parse(since) >= failureMs ? since.slice(0, 10) : null;
}
