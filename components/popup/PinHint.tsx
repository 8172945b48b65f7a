import { i18n } from '#i18n';

/** Shown once: how to keep Kindred's icon on the toolbar. */
export function PinHint({ onDone }: { onDone: () => void }) {
  return (
    <aside class="form hint">
      <p>{i18n.t('pin.hint')}</p>
      <button type="button" class="button" onClick={onDone}>
        {i18n.t('pin.done')}
      </button>
    </aside>
  );
}
