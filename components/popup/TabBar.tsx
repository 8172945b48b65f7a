import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatNumber } from '../format.ts';
import { language } from '../language.ts';
import type { Tab } from './popup-state.ts';

interface Props {
  tabs: readonly Tab[];
  chosen: Tab;
  unread: number;
  id: string;
  onChoose: (tab: Tab) => void;
}

const labelOf = (tab: Tab, unread: number): string =>
  tab === 'unread' && unread > 0
    ? i18n.t('tabs.unreadCount', [formatNumber(unread)])
    : i18n.t(`tabs.${tab}`);

/**
 * One stop in the tab order, arrows between the tabs, after the ARIA pattern:
 * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function TabBar({ tabs, chosen, unread, id, onChoose }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const right = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!right) return;
    const step = language().dir === 'rtl' ? -right : right;
    event.preventDefault();
    const at = (tabs.indexOf(chosen) + step + tabs.length) % tabs.length;
    const tab = tabs[at];
    if (!tab) return;
    onChoose(tab);
    bar.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={i18n.t('tabs.label')} ref={bar}>
      {tabs.map((tab) => (
        <button
          type="button"
          role="tab"
          key={tab}
          id={`${id}${tab}`}
          aria-selected={tab === chosen}
          aria-controls={`${id}panel`}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
          onKeyDown={onKeyDown}
        >
          {labelOf(tab, unread)}
        </button>
      ))}
    </div>
  );
}
