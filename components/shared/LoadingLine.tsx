import { i18n } from '#i18n';
import type { DigestStatus, Loading } from '../../lib/digest/status.ts';
import { useAppContext } from '../app-context.ts';
import { formatMonth } from '../format.ts';

function words({ state, reached }: Loading): string {
  if (state === 'running')
    return reached ? i18n.t('status.loadingTo', [formatMonth(reached)]) : i18n.t('status.loading');
  return reached ? i18n.t('status.pausedAt', [formatMonth(reached)]) : i18n.t('status.paused');
}

interface Props {
  loading: Loading;
  onStatus: (status: DigestStatus) => void;
}

/** How far the first load is, and the button that holds it. */
export function LoadingLine({ loading, onStatus }: Props) {
  const { background } = useAppContext();
  const running = loading.state === 'running';
  const turn = () => background.pauseLoading({ paused: running }).then(onStatus, () => undefined);
  return (
    <div class="loading-line">
      <p class="line dotted">
        <span>{words(loading)}</span>
        <button type="button" class="link-button" onClick={turn}>
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
