import { i18n } from '#i18n';
import { Icon } from '../shared/Icon.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';

interface Props {
  onReader?: (() => void) | undefined;
  onOptions: () => void;
}

/** The status of the digest, and buttons for Kindred's other pages. */
export function DigestFooter({ onReader, onOptions }: Props) {
  const buttons = [
    { icon: 'reader', label: i18n.t('reader.open'), onClick: onReader },
    { icon: 'settings', label: i18n.t('foot.options'), onClick: onOptions },
  ] as const;
  return (
    <footer class="bottom">
      <StatusLine>
        {' '}
        {buttons.map(
          ({ icon, label, onClick }) =>
            onClick && (
              <button
                type="button"
                class="icon-button"
                key={icon}
                aria-label={label}
                title={label}
                onClick={onClick}
              >
                <Icon name={icon} />
              </button>
            ),
        )}
      </StatusLine>
    </footer>
  );
}
