import { i18n } from '#i18n';
import { useUniqueId } from '../use-unique-id.ts';
import { OptionsPart } from './OptionsPart.tsx';

const themes = ['auto', 'light', 'dark'] as const;

/** Light or dark, as the page or the system is, or always one of them. */
export function AppearanceSection() {
  const id = useUniqueId();
  return (
    <OptionsPart title={i18n.t('appearance.title')} hint={i18n.t('appearance.hint')}>
      {({ theme = 'auto' }, change) => (
        <fieldset class="places">
          <legend class="unseen">{i18n.t('appearance.title')}</legend>
          {themes.map((one) => (
            <div class="switch" key={one}>
              <input
                type="radio"
                name={id}
                id={`${id}${one}`}
                checked={theme === one}
                onChange={() => change({ theme: one })}
              />
              <label for={`${id}${one}`}>{i18n.t(`appearance.${one}`)}</label>
            </div>
          ))}
        </fieldset>
      )}
    </OptionsPart>
  );
}
