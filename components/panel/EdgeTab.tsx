import type { Ref } from 'preact';
import { i18n } from '#i18n';
import { formatNumber } from '../format.ts';
import { Icon } from '../shared/Icon.tsx';

interface Props {
  /** Number of related papers; null while unknown. */
  count: number | null;
  placement: 'column' | 'edge';
  button: Ref<HTMLButtonElement>;
  onOpen: () => void;
}

/** The closed panel: a small button at the edge of the page, or a line in its column. */
export function EdgeTab({ count, placement, button, onOpen }: Props) {
  return (
    <button
      type="button"
      class="tab"
      data-placement={placement}
      ref={button}
      aria-expanded={false}
      onClick={onOpen}
    >
      <Icon name="sheets" />
      <span>{count ? i18n.t('panel.tabCount', [formatNumber(count)]) : i18n.t('panel.tab')}</span>
    </button>
  );
}
