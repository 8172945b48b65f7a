import { i18n } from '#i18n';
import type { RelatedSortOrder } from '../../lib/answers/related/related-answer.ts';
import { identify } from '../../lib/paper/identity.ts';
import type { PagePaper, PaperId } from '../../lib/paper/paper.ts';
import { useOpenMap } from '../paper/use-open-map.ts';
import { MenuButton } from '../shared/MenuButton.tsx';
import type { MenuItem } from '../shared/MenuList.tsx';
import { MIN_UPVOTES_FILTER, type Related } from './use-related.ts';

const orders: [RelatedSortOrder, 'menu.similarity' | 'menu.newest' | 'menu.upvotes'][] = [
  ['similarity', 'menu.similarity'],
  ['newest', 'menu.newest'],
  ['upvotes', 'menu.upvotes'],
];

type Filter = 'onlyNewer' | 'onlyLastYear' | 'onlyUpvoted' | 'onlyDaily' | 'mixSources';
const filterItems: [Filter, `menu.${Filter}`][] = [
  ['onlyNewer', 'menu.onlyNewer'],
  ['onlyLastYear', 'menu.onlyLastYear'],
  ['onlyUpvoted', 'menu.onlyUpvoted'],
  ['onlyDaily', 'menu.onlyDaily'],
  ['mixSources', 'menu.mixSources'],
];

interface Props {
  related: Related;
  /** Shows the evidence for the page's paper; absent where there is no room for it. */
  onWhy?: (() => void) | undefined;
  /** Absent where there is no page to hide the panel on. */
  onHide?: (() => void) | undefined;
}

/** The id that a page's paper is stored under once it was seen; null where it cannot be stored. */
const storedId = (paper: PagePaper): PaperId | null =>
  paper.title !== null && (paper.arxivId ?? paper.doi) !== null ? identify(paper) : null;

const action = (label: string, onSelect: (event: MouseEvent) => void): MenuItem => ({
  role: 'menuitem',
  label,
  onSelect,
});

/** Order, filters and actions that are rarely needed. */
export function RelatedMenu({ related, onWhy, onHide }: Props) {
  const { paper, answer, filters, setFilters } = related;
  const openMap = useOpenMap();
  const mapCenter = answer.value?.self?.paper.id ?? storedId(paper);
  const sortItems = orders.map(
    ([sort, label]): MenuItem => ({
      role: 'menuitemradio',
      label: i18n.t(label),
      checked: filters.sort === sort,
      onSelect: () => setFilters({ sort }),
    }),
  );
  const checkboxes = filterItems.map(
    ([filter, label]): MenuItem => ({
      role: 'menuitemcheckbox',
      label:
        label === 'menu.onlyUpvoted' ? i18n.t(label, [String(MIN_UPVOTES_FILTER)]) : i18n.t(label),
      checked: filters[filter],
      onSelect: () => setFilters({ [filter]: !filters[filter] }),
    }),
  );
  const pageItems: MenuItem[] = [];
  if (mapCenter !== null && openMap)
    pageItems.push(action(i18n.t('map.open'), (event) => openMap(mapCenter, event)));
  if (onWhy) pageItems.push(action(i18n.t('evidence.why'), onWhy));
  if (!related.rejected) pageItems.push(action(i18n.t('refused.say'), () => related.reject(true)));
  const separator: MenuItem = { role: 'separator' };
  const items = [
    ...sortItems,
    separator,
    ...checkboxes,
    action(i18n.t('menu.ignoreTerm'), () => related.setMuting(true)),
    ...(pageItems.length > 0 ? [separator, ...pageItems] : []),
    ...(onHide ? [separator, action(i18n.t('menu.hide'), onHide)] : []),
  ];
  return <MenuButton label={i18n.t('panel.menu')} items={items} />;
}
