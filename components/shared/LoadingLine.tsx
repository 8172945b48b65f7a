import { i18n } from '#i18n';
import type { DigestStatus, Loading } from '../../lib/digest/status.ts';
import { useAppContext } from '../app-context.ts';
import { formatMonth } from '../format.ts';

function formatLoading({ state, reached }: Loading): string {
  if (state === 'running')
    return reached ? i18n.t('status.loadingTo', [formatMonth(reached)]) : i18n.t('status.loading');
  return reached ? i18n.t('status.pausedAt', [formatMonth(reached)]) : i18n.t('status.paused');
}

interface Props {
  loading: Loading;
  onStatus: (status: DigestStatus) => void;
}

/** The progress of the first load, with a button that pauses and resumes it. */
export function LoadingLine({ loading, onStatus }: Props) {
  const { background } = useAppContext();
  const running = loading.state === 'running';
  const toggle = () => background.pauseLoading({ paused: running }).then(onStatus, () => undefined);
  return (
    <div class="loading-line">
      <p class="line dotted">
        <span>{formatLoading(loading)}</span>
        <button type="button" class="link-button" onClick={toggle}>
          {running ? i18n.t('status.pause') : i18n.t('status.resume')}
        </button>
      </p>
      <progress
        value={loading.daysDone}
        max={Math.max(loading.daysTotal, 1)}
        aria-label={i18n.t('status.loading')}
      />
    </div>
  );
}
