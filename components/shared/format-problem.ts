import { i18n } from '#i18n';
import type { UpdateProblem } from '../../lib/digest/status.ts';
import { formatMoment } from '../format.ts';

const kinds = {
  offline: 'problem.offline',
  refused: 'problem.refused',
  busy: 'problem.busy',
  'not-json': 'problem.notJson',
  unexpected: 'problem.unexpected',
  storage: 'problem.storage',
  'no-access': 'problem.noAccess',
} as const;

/** A service that is busy says so by 429, is broken by 5xx, or else did not answer in time. */
function whatWords({ kind, httpStatus }: UpdateProblem): string {
  if (kind !== 'busy' || httpStatus === 429) return i18n.t(kinds[kind]);
  return httpStatus !== null && httpStatus >= 500
    ? i18n.t('problem.broken', [String(httpStatus)])
    : i18n.t('problem.slow');
}

/** What is wrong, since when, that everything stored still works, and when it is tried next. */
export function formatProblem(problem: UpdateProblem, now: Date): string {
  const { since, nextTry } = problem;
  const what = i18n.t('status.problem', [whatWords(problem), formatMoment(since, now)]);
  return nextTry ? `${what} ${i18n.t('status.nextTry', [formatMoment(nextTry, now)])}` : what;
}
