import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../app-context.ts';
import { OfferButtons } from '../shared/OfferButtons.tsx';
import { useAction } from '../use-action.ts';
import { useAnswer } from '../use-answer.ts';

/** Offers the daily notification until the user accepts or declines it. */
export function NotificationOffer({ onOptions }: { onOptions: () => void }) {
  const { background } = useAppContext();
  const [{ value: status }] = useAnswer(() => background.notificationStatus({}), '');
  const { problem, run } = useAction();
  const [isDeclined, setDeclined] = useState(false);
  if (!status?.offered || status.on || status.asked || isDeclined) return null;
  const decline = () =>
    run(background.setNotifications({ on: false, minute: status.minute }), () => setDeclined(true));
  return (
    <aside class="form hint">
      <p>{i18n.t('notice.offer')}</p>
      <OfferButtons
        accept={{ words: i18n.t('notice.choose'), onChoose: onOptions }}
        decline={{ words: i18n.t('notice.decline'), onChoose: decline }}
        problem={problem}
      />
    </aside>
  );
}
