import type { DigestStatus } from '../digest/status.ts';
import { type Day, dayMs, type Moment } from '../time/days.ts';

const patienceMs = 3 * dayMs;

/**
 * The day since which checks have failed, where they have for three days though the device had a
 * network: nothing new may then be no news at all. Null while all is well. Days on which the
 * computer was off before its first failed try are not counted.
 */
export function checksFailingSince(
  { problem, lastCheck }: Pick<DigestStatus, 'problem' | 'lastCheck'>,
  now: Moment,
): Day | null {
  const online = problem?.onlineSince ?? null;
  if (online === null) return null;
  const since = lastCheck !== null && lastCheck > online ? lastCheck : online;
  return Date.parse(now) - Date.parse(since) >= patienceMs ? since.slice(0, 10) : null;
}
