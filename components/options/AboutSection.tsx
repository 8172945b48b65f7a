import { i18n } from '#i18n';
import { OptionsSection } from './OptionsSection.tsx';

interface Props {
  version: string;
  /** Opens the welcome page. */
  onWelcome: () => void;
}

/** Version, license, and the welcome page again. */
export function AboutSection({ version, onWelcome }: Props) {
  return (
    <OptionsSection title={i18n.t('about.title')}>
      <p>{i18n.t('about.version', [version])}</p>
      <p>{i18n.t('about.license')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onWelcome}>
          {i18n.t('about.welcome')}
        </button>
      </div>
    </OptionsSection>
  );
}
