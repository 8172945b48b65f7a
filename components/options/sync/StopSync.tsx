import { i18n } from '#i18n';
import type { SyncStatus } from '../../../lib/answers/sync/sync-answer.ts';
import { useAppContext } from '../../app-context.ts';
import type { useAction } from '../../use-action.ts';
import { ConfirmedAction } from '../ConfirmedAction.tsx';

interface Props {
  action: ReturnType<typeof useAction>;
  onStatus: (status: SyncStatus) => void;
}

/** Stops sync, and asks whether the data in the browser's account stays or is deleted. */
export function StopSync({ action: { run, doing }, onStatus }: Props) {
  const { background } = useAppContext();
  const stop = (deleteCopy: boolean) => doing || run(background.stopSync({ deleteCopy }), onStatus);
  return (
    <ConfirmedAction
      label={i18n.t('copies.turnOff')}
      question={i18n.t('copies.stopAsk')}
      answers={() => (
        <>
          <button type="button" class="button" aria-disabled={doing} onClick={() => stop(false)}>
            {i18n.t('copies.stopLeave')}
          </button>
          <button
            type="button"
            class="button danger"
            aria-disabled={doing}
            onClick={() => stop(true)}
          >
            {i18n.t('copies.stopDelete')}
          </button>
        </>
      )}
    />
  );
}
