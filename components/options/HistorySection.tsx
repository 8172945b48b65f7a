import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestStatus } from '../../lib/digest/status.ts';
import { firstListingDay } from '../../lib/time/days.ts';
import { useAppContext } from '../app-context.ts';
import { formatDate } from '../format.ts';
import { LoadingLine } from '../shared/LoadingLine.tsx';
import { toFailure, useAnswer, useEvery } from '../use-answer.ts';
import { OptionsSection } from './OptionsSection.tsx';

function reachWords({ completeSince, everything, loading }: DigestStatus): string {
  if (completeSince === null) return i18n.t('reach.nothingYet');
  if (everything && loading === null)
    return i18n.t('reach.everything', [formatDate(firstListingDay)]);
  return i18n.t('reach.since', [formatDate(completeSince)]);
}

/** How far back the papers on this device go, and the button that has everything loaded. */
export function HistorySection() {
  const { background } = useAppContext();
  const [answer, again, look] = useAnswer(() => background.status({}), '');
  const [problem, setProblem] = useState<string | null>(null);
  const status = answer.value;
  useEvery(2, status?.loading?.state === 'running', look);
  const want = (wanted: boolean) => {
    setProblem(null);
    background
      .loadEverything({ wanted })
      .then(again, (error: unknown) => setProblem(toFailure(error).message));
  };
  const said = problem ?? answer.failure?.message;
  return (
    <OptionsSection title={i18n.t('reach.title')}>
      {status && (
        <>
          <p>{reachWords(status)}</p>
          {status.loading && <LoadingLine loading={status.loading} onStatus={again} />}
          {!status.everything && <p class="soft">{i18n.t('reach.hint')}</p>}
          {(!status.everything || status.loading) && (
            <div class="actions">
              <button type="button" class="button" onClick={() => want(!status.everything)}>
                {status.everything
                  ? i18n.t('reach.cancel')
                  : i18n.t('reach.load', [formatDate(firstListingDay)])}
              </button>
            </div>
          )}
        </>
      )}
      {said && (
        <p class="problem" role="alert">
          {said}{' '}
          {answer.failure && (
            <button type="button" class="link-button" onClick={again}>
              {i18n.t('related.retry')}
            </button>
          )}
        </p>
      )}
    </OptionsSection>
  );
}
