import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestStatus } from '../../lib/digest/status.ts';
import { useAppContext } from '../app-context.ts';
import { formatMoment, formatRecentDay, joinWithDots } from '../format.ts';
import { toFailure, useAnswer, useEvery } from '../use-answer.ts';
import { DigestNotice } from './DigestNotice.tsx';
import { ProblemLine } from './ProblemLine.tsx';

function formatFreshness({ lastCheck, newestListing }: DigestStatus, now: Date): string {
  if (!lastCheck) return i18n.t('status.notChecked');
  const checked = i18n.t('status.checked', [formatMoment(lastCheck, now)]);
  if (!newestListing) return checked;
  const newest = i18n.t('status.newest', [formatRecentDay(newestListing, now)]);
  return joinWithDots([checked, newest]);
}

interface Props {
  children?: ComponentChildren;
  /** The view shows the progress of the load elsewhere. */
  hidesLoading?: boolean;
}

/** How fresh the digest is and what is wrong, with a button to check now. */
export function StatusLine({ children, hidesLoading = false }: Props) {
  const { background, now, onUnreadChange } = useAppContext();
  const [answer, again, look] = useAnswer(() => background.status({}), '');
  const [checking, setChecking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const status = answer.value;
  const isLoading = status?.loading?.state === 'running';
  useEvery(2, isLoading, look);

  const check = () => {
    setChecking(true);
    setProblem(null);
    background
      .checkNow({})
      .catch((error: unknown) => setProblem(toFailure(error).message))
      .then(() => {
        setChecking(false);
        again();
        onUnreadChange();
      });
  };
  return (
    <div class="status">
      {status && (
        <DigestNotice
          status={hidesLoading ? { ...status, loading: null } : status}
          onStatus={again}
        />
      )}
      <ProblemLine text={problem ?? answer.failure?.message} />
      <div class="status-row">
        <p class="line soft" role="status">
          {checking ? i18n.t('status.checking') : status && formatFreshness(status, now())}
        </p>
        {!isLoading && (
          <button
            type="button"
            class="link-button"
            aria-disabled={checking}
            onClick={checking ? undefined : check}
          >
            {i18n.t('status.checkNow')}
          </button>
        )}
        {children}
      </div>
    </div>
  );
}
