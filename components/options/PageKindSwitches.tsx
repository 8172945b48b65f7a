import { i18n } from '#i18n';
import type { Settings } from '../../lib/user-data/settings.ts';
import type { SettingsChange } from '../../lib/user-data/settings-change.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { formatPageKind } from './format-page-kind.ts';
import { OptionsPart } from './OptionsPart.tsx';

/** Page kinds of the sites Kindred is given at install. */
export const switchedKinds: readonly string[] = [
  'arxiv:abstract',
  'arxiv:html',
  'arxiv:pdf',
  'arxiv:listing',
  'huggingface:abstract',
  'huggingface:listing',
];

interface Props {
  settings: Settings;
  onChange: (changed: SettingsChange) => void;
}

function Switches({ settings, onChange }: Props) {
  const id = useUniqueId();
  const { panel } = settings;
  const turn = (kind: string, on: boolean) => onChange({ panel: { [kind]: on ? null : 'hidden' } });
  return (
    <fieldset class="places">
      <legend class="unseen">{i18n.t('options.placesTitle')}</legend>
      {switchedKinds.map((kind) => (
        <div class="switch" key={kind}>
          <input
            type="checkbox"
            id={`${id}${kind}`}
            checked={panel[kind] !== 'hidden'}
            onChange={(event) => turn(kind, event.currentTarget.checked)}
          />
          <label for={`${id}${kind}`}>{formatPageKind(kind)}</label>
        </div>
      ))}
      <div class="switch">
        <input
          type="checkbox"
          id={`${id}topics`}
          checked={settings.topicsOnHuggingFace ?? false}
          onChange={(event) => onChange({ topicsOnHuggingFace: event.currentTarget.checked })}
        />
        <label for={`${id}topics`}>{i18n.t('options.topicsOnHuggingFace')}</label>
      </div>
    </fieldset>
  );
}

/** One switch a kind of page, and one for topics on Hugging Face's listings. */
export function PageKindSwitches() {
  return (
    <OptionsPart title={i18n.t('options.placesTitle')} hint={i18n.t('options.placesHint')}>
      {(settings, change) => <Switches settings={settings} onChange={change} />}
    </OptionsPart>
  );
}
