import type { DigestStatus } from '../messages/answers.ts';
import type { Day, Moment } from '../paper/paper.ts';

const patienceMs = 3 * 86_400_000;

/**
 * The day of the last check that worked, where every try of three days has failed though the
 * computer was online: nothing new may then be no news at all. Null while all is well or offline.
 */
export function checksFailingSince(
  { problem, lastCheck }: Pick<DigestStatus, 'problem' | 'lastCheck'>,
  now: Moment,
): Day | null {
  if (problem === null || problem.kind === 'offline') return null;
  const since = lastCheck ?? problem.since;
  return Date.parse(now) - Date.parse(since) >= patienceMs ? since.slice(0, 10) : null;
}
