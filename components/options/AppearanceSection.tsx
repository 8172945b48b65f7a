import { i18n } from '#i18n';
import { useUniqueId } from '../use-unique-id.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { Switch } from './Switch.tsx';

const themes = ['auto', 'light', 'dark'] as const;

/** The theme: that of the page or the system, or always one of them. */
export function AppearanceSection() {
  const group = useUniqueId();
  return (
    <SettingsSection title={i18n.t('appearance.title')} hint={i18n.t('appearance.hint')}>
      {({ theme = 'auto' }, change) => (
        <fieldset class="places">
          <legend class="unseen">{i18n.t('appearance.title')}</legend>
          {themes.map((one) => (
            <Switch
              key={one}
              group={group}
              label={i18n.t(`appearance.${one}`)}
              isOn={theme === one}
              onChange={() => change({ theme: one })}
            />
          ))}
        </fieldset>
      )}
    </SettingsSection>
  );
}
