import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Settings } from '../../lib/user-data/settings.ts';
import type { SettingsChange } from '../../lib/user-data/settings-change.ts';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { OptionsSection } from './OptionsSection.tsx';
import { useSettings } from './use-settings.ts';

interface Props {
  title: string;
  /** A sentence that stands before the settings, whether they can be read or not. */
  hint?: string;
  children: (settings: Settings, change: (changed: SettingsChange) => void) => ComponentChildren;
}

/** A section made of settings, which take effect at once. */
export function OptionsPart({ title, hint, children }: Props) {
  const { answer, again, change, problem } = useSettings();
  return (
    <OptionsSection title={title}>
      {hint && <p class="soft">{hint}</p>}
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('waiting')}
        failedWords={i18n.t('options.settingsFailed')}
        onRetry={again}
      >
        {(settings) => children(settings, change)}
      </AsyncContent>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </OptionsSection>
  );
}
