import { i18n } from '#i18n';
import { useUniqueId } from '../use-unique-id.ts';
import { OptionsPart } from './OptionsPart.tsx';

/** What counts as read. */
export function ReadingSection() {
  const id = useUniqueId();
  return (
    <OptionsPart title={i18n.t('options.settingsTitle')}>
      {({ readByViewing }, change) => (
        <div class="switch">
          <input
            type="checkbox"
            id={id}
            checked={readByViewing}
            aria-describedby={`${id}hint`}
            onChange={(event) => change({ readByViewing: event.currentTarget.checked })}
          />
          <label for={id}>{i18n.t('options.readByViewing')}</label>
          <p class="line soft" id={`${id}hint`}>
            {i18n.t('options.readByViewingHint')}
          </p>
        </div>
      )}
    </OptionsPart>
  );
}
