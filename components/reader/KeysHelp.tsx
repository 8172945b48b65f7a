import { i18n } from '#i18n';
import type { KeyLine } from './reader-keys.ts';

interface Props {
  list: KeyLine[];
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Letters act wherever the focus is. */
  letterKeys: boolean;
  onLetterKeys: (on: boolean) => void;
}

const keyWords: Record<string, () => string> = {
  Enter: () => i18n.t('reader.enter'),
  Home: () => i18n.t('reader.home'),
};

/** The page's keys, and the switch for those of one letter. */
export function KeysHelp({ list, open, onOpen, letterKeys, onLetterKeys }: Props) {
  return (
    <details class="reader-keys" open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>{i18n.t('reader.keys')}</summary>
      <dl>
        {list.map(({ keys, act }) => (
          <div key={act}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{keyWords[key]?.() ?? key}</kbd>
              ))}
            </dt>
            <dd>{i18n.t(`reader.key_${act}`)}</dd>
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
