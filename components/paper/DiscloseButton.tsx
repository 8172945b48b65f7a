import { i18n } from '#i18n';
import { Icon } from '../shared/Icon.tsx';

interface Props {
  /** Of the paper, without markup. */
  title: string;
  open: boolean;
  /** The element id of the details. */
  id: string;
  onToggle: () => void;
}

/** Opens and closes a paper's details. */
export function DiscloseButton({ title, open, id, onToggle }: Props) {
  return (
    <button
      type="button"
      class="icon-button disclose"
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      aria-label={i18n.t('paper.details', [title])}
      onClick={onToggle}
    >
      <Icon name="chevron" />
    </button>
  );
}
