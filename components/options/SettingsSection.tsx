import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Settings } from '../../lib/user-data/settings.ts';
import type { SettingsChange } from '../../lib/user-data/settings-change.ts';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { OptionsSection } from './OptionsSection.tsx';
import { useSettings } from './use-settings.ts';

interface Props {
  title: string;
  /** A sentence above the settings; shown even if they cannot be read. */
  hint?: string;
  children: (settings: Settings, change: (change: SettingsChange) => void) => ComponentChildren;
}

/** A section made of settings, which take effect at once. */
export function SettingsSection({ title, hint, children }: Props) {
  const { answer, refetch, change, problem } = useSettings();
  return (
    <OptionsSection title={title}>
      {hint && <p class="soft">{hint}</p>}
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('waiting')}
        failedWords={i18n.t('options.settingsFailed')}
        onRetry={refetch}
      >
        {(settings) => children(settings, change)}
      </AsyncContent>
      <ProblemLine class="problem" text={problem} />
    </OptionsSection>
  );
}
