import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../app-context.ts';
import { useAction } from '../use-action.ts';
import { useAnswer } from '../use-answer.ts';

/** A notification a day, offered above the unread papers until the user says yes or no. */
export function NotificationOffer({ onOptions }: { onOptions: () => void }) {
  const { background } = useAppContext();
  const [{ value: state }] = useAnswer(() => background.notificationStatus({}), '');
  const { problem, run } = useAction();
  const [declined, setDeclined] = useState(false);
  if (!state?.offered || state.on || state.asked || declined) return null;
  const decline = () =>
    run(background.setNotifications({ on: false, minute: state.minute }), () => setDeclined(true));
  return (
    <aside class="form hint">
      <p>{i18n.t('notice.offer')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onOptions}>
          {i18n.t('notice.choose')}
        </button>
        <button type="button" class="button" onClick={decline}>
          {i18n.t('notice.decline')}
        </button>
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </aside>
  );
}
