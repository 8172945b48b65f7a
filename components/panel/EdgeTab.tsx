import type { Ref } from 'preact';
import { i18n } from '#i18n';
import { formatNumber } from '../format.ts';
import { Icon } from '../shared/Icon.tsx';

interface Props {
  /** Related papers, or null while unknown or none. */
  count: number | null;
  placement: 'column' | 'edge';
  button: Ref<HTMLButtonElement>;
  onOpen: () => void;
}

/** The closed panel: one small button at the page's edge, or in the column its own line. */
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
