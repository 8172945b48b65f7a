import { i18n } from '#i18n';
import { OptionsSection } from './OptionsSection.tsx';

/** What Kindred sends, what it stores, and how to delete it. */
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
