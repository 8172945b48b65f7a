import { i18n } from '#i18n';
import { OptionsSection } from './OptionsSection.tsx';

/** What leaves this device, what stays, and how to be rid of it. */
export function PrivacySection() {
  return (
    <OptionsSection title={i18n.t('options.aboutTitle')}>
      <p>{i18n.t('options.aboutSends')}</p>
      <p>{i18n.t('options.aboutFetches')}</p>
      <p>{i18n.t('options.aboutKeeps')}</p>
      <p>{i18n.t('options.aboutRemove')}</p>
    </OptionsSection>
  );
}
