import { i18n } from '#i18n';
import type { KeyLine } from './reader-keys.ts';

interface Props {
  list: KeyLine[];
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** Whether letters act as keys. */
  letterKeys: boolean;
  onLetterKeys: (isOn: boolean) => void;
}

const keyNames: Record<string, () => string> = {
  Enter: () => i18n.t('reader.enter'),
  Home: () => i18n.t('reader.home'),
};

/** The keys of the page, and the switch that turns off those of one letter. */
export function KeysHelp({ list, isOpen, onOpen, letterKeys, onLetterKeys }: Props) {
  return (
    <details
      class="reader-keys"
      open={isOpen}
      onToggle={(event) => onOpen(event.currentTarget.open)}
    >
      <summary>{i18n.t('reader.keys')}</summary>
      <dl>
        {list.map(({ keys, action }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{keyNames[key]?.() ?? key}</kbd>
              ))}
            </dt>
            <dd>{i18n.t(`reader.key_${action}`)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={letterKeys}
          onChange={(event) => onLetterKeys(event.currentTarget.checked)}
        />
        {i18n.t('reader.letterKeys')}
      </label>
    </details>
  );
}
