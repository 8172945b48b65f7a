import { i18n } from '#i18n';
import { SettingsSection } from './SettingsSection.tsx';
import { Switch } from './Switch.tsx';

/** Whether viewing a paper's page marks it read. */
export function ReadingSection() {
  return (
    <SettingsSection title={i18n.t('options.settingsTitle')}>
      {({ readByViewing }, change) => (
        <Switch
          label={i18n.t('options.readByViewing')}
          hint={i18n.t('options.readByViewingHint')}
          isOn={readByViewing}
          onChange={(isOn) => change({ readByViewing: isOn })}
        />
      )}
    </SettingsSection>
  );
}
