import { i18n } from '#i18n';
import type { UpdateProblem } from '../../lib/digest/status.ts';
import { formatMoment } from '../format.ts';

const kindMessages = {
  offline: 'problem.offline',
  refused: 'problem.refused',
  busy: 'problem.busy',
  'not-json': 'problem.notJson',
  unexpected: 'problem.unexpected',
  storage: 'problem.storage',
  'no-access': 'problem.noAccess',
} as const;

/** A busy service answers 429 (RFC 6585), a broken one 5xx; without a status it timed out. */
function formatKind({ kind, httpStatus }: UpdateProblem): string {
  if (kind !== 'busy' || httpStatus === 429) return i18n.t(kindMessages[kind]);
  return httpStatus !== null && httpStatus >= 500
    ? i18n.t('problem.broken', [String(httpStatus)])
    : i18n.t('problem.slow');
}

/** Returns what is wrong, since when, and when the next try is. */
export function formatProblem(problem: UpdateProblem, now: Date): string {
  const { since, nextTry } = problem;
  const what = i18n.t('status.problem', [formatKind(problem), formatMoment(since, now)]);
  return nextTry ? `${what} ${i18n.t('status.nextTry', [formatMoment(nextTry, now)])}` : what;
}
