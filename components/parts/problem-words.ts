import { i18n } from '#i18n';
import type { UpdateProblem } from '../../lib/messages/answers.ts';
import { momentWords } from '../dates.ts';

const kinds = {
  offline: 'problem.offline',
  refused: 'problem.refused',
  busy: 'problem.busy',
  'not-json': 'problem.notJson',
  unexpected: 'problem.unexpected',
  storage: 'problem.storage',
  'no-access': 'problem.noAccess',
} as const;

/** What is wrong, since when, that everything stored still works, and when it is tried next. */
export function problemWords({ kind, since, nextTry }: UpdateProblem, now: Date): string {
  const what = i18n.t('status.problem', [i18n.t(kinds[kind]), momentWords(since, now)]);
  return nextTry ? `${what} ${i18n.t('status.nextTry', [momentWords(nextTry, now)])}` : what;
}
