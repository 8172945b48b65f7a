import { i18n } from '#i18n';
import { formatPageKind } from './format-page-kind.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { Switch } from './Switch.tsx';

/** Page kinds of the sites that Kindred may read from the install on. */
export const switchedKinds: readonly string[] = [
  'arxiv:abstract',
  'arxiv:html',
  'arxiv:pdf',
  'arxiv:listing',
  'huggingface:abstract',
  'huggingface:listing',
];

/** One switch per page kind, and one for topics on Hugging Face's listings. */
export function PageKindSwitches() {
  return (
    <SettingsSection title={i18n.t('options.placesTitle')} hint={i18n.t('options.placesHint')}>
      {({ panel, topicsOnHuggingFace = false }, change) => (
        <fieldset class="places">
          <legend class="unseen">{i18n.t('options.placesTitle')}</legend>
          {switchedKinds.map((kind) => (
            <Switch
              key={kind}
              label={formatPageKind(kind)}
              isOn={panel[kind] !== 'hidden'}
              onChange={(isOn) => change({ panel: { [kind]: isOn ? null : 'hidden' } })}
            />
          ))}
          <Switch
            label={i18n.t('options.topicsOnHuggingFace')}
            isOn={topicsOnHuggingFace}
            onChange={(isOn) => change({ topicsOnHuggingFace: isOn })}
          />
        </fieldset>
      )}
    </SettingsSection>
  );
}
