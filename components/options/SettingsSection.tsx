import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '../../lib/messages/answers.ts';
import { Asked } from '../parts/Asked.tsx';
import { useSurroundings } from '../surroundings.ts';
import { failureOf, useAnswer } from '../use-answer.ts';
import { PanelPlaces } from './PanelPlaces.tsx';
import { PlaceSwitches } from './PlaceSwitches.tsx';
import { Section } from './Section.tsx';

/** Settings, each with its sentence, taking effect at once. */
export function SettingsSection() {
  const { background } = useSurroundings();
  const [answer, again] = useAnswer(() => background.settings({}), '');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const change = (changed: Partial<Settings>) => {
    setProblem(null);
    background
      .changeSettings(changed)
      .then(again, (error: unknown) => setProblem(failureOf(error).message));
  };
  return (
    <Section title={i18n.t('options.settingsTitle')}>
      <Asked
        answer={answer}
        waitingWords={i18n.t('waiting')}
        failedWords={i18n.t('options.settingsFailed')}
        onRetry={again}
      >
        {(settings) => (
          <>
            <div class="switch">
              <input
                type="checkbox"
                id={id}
                checked={settings.readByViewing}
                aria-describedby={`${id}hint`}
                onChange={(event) => change({ readByViewing: event.currentTarget.checked })}
              />
              <label for={id}>{i18n.t('options.readByViewing')}</label>
              <p class="line soft" id={`${id}hint`}>
                {i18n.t('options.readByViewingHint')}
              </p>
            </div>
            <PlaceSwitches settings={settings} onChange={change} />
            <PanelPlaces panel={settings.panel} onChange={(panel) => change({ panel })} />
          </>
        )}
      </Asked>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </Section>
  );
}
