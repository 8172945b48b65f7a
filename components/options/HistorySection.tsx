import { i18n } from '#i18n';
import type { DigestStatus } from '../../lib/digest/status.ts';
import { firstListingDay } from '../../lib/time/days.ts';
import { useAppContext } from '../app-context.ts';
import { formatDate } from '../format.ts';
import { LoadingLine } from '../shared/LoadingLine.tsx';
import { useAction } from '../use-action.ts';
import { useAnswer, useEvery } from '../use-answer.ts';
import { OptionsSection } from './OptionsSection.tsx';

function formatReach({ completeSince, everything, loading }: DigestStatus): string {
  if (completeSince === null) return i18n.t('reach.nothingYet');
  if (everything && loading === null)
    return i18n.t('reach.everything', [formatDate(firstListingDay)]);
  return i18n.t('reach.since', [formatDate(completeSince)]);
}

/** How far back the papers on this device go, and the button that loads all of Daily Papers. */
export function HistorySection() {
  const { background } = useAppContext();
  const [answer, refetch, poll] = useAnswer(() => background.status({}), '');
  const { problem, run } = useAction();
  const status = answer.value;
  useEvery(2, status?.loading?.state === 'running', poll);
  const failure = problem ?? answer.failure?.message;
  return (
    <OptionsSection title={i18n.t('reach.title')}>
      {status && (
        <>
          <p>{formatReach(status)}</p>
          {status.loading && <LoadingLine loading={status.loading} onStatus={refetch} />}
          {!status.everything && <p class="soft">{i18n.t('reach.hint')}</p>}
          {(!status.everything || status.loading) && (
            <div class="actions">
              <button
                type="button"
                class="button"
                onClick={() =>
                  run(background.loadEverything({ wanted: !status.everything }), refetch)
                }
              >
                {status.everything
                  ? i18n.t('reach.cancel')
                  : i18n.t('reach.load', [formatDate(firstListingDay)])}
              </button>
            </div>
          )}
        </>
      )}
      {failure && (
        <p class="problem" role="alert">
          {failure}{' '}
          {answer.failure && (
            <button type="button" class="link-button" onClick={refetch}>
              {i18n.t('related.retry')}
            </button>
          )}
        </p>
      )}
    </OptionsSection>
  );
}
