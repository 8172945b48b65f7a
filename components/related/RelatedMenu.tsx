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

type Condition = 'onlyNewer' | 'onlyLastYear' | 'onlyUpvoted' | 'onlyDaily' | 'mixSources';
const conditions: [Condition, `menu.${Condition}`][] = [
  ['onlyNewer', 'menu.onlyNewer'],
  ['onlyLastYear', 'menu.onlyLastYear'],
  ['onlyUpvoted', 'menu.onlyUpvoted'],
  ['onlyDaily', 'menu.onlyDaily'],
  ['mixSources', 'menu.mixSources'],
];

interface Props {
  related: Related;
  onIgnoreTerm: () => void;
  onWhy?: (() => void) | undefined;
  onNotThisPaper?: (() => void) | undefined;
  /** Absent where there is no page to hide the panel on. */
  onHide?: (() => void) | undefined;
}

/** What a page's paper is known by afterwards, where its title was there to be kept; else null. */
const metAs = (paper: PagePaper): PaperId | null =>
  paper.title !== null && (paper.arxivId ?? paper.doi) !== null ? identify(paper) : null;

/** Everything that is not needed at rest. */
export function RelatedMenu({ related: { paper, answer, wishes, wish }, ...props }: Props) {
  const openMap = useOpenMap();
  const of = answer.value?.self?.paper.id ?? metAs(paper);
  const { onIgnoreTerm, onWhy, onNotThisPaper, onHide } = props;
  const items: MenuItem[] = [
    ...orders.map(
      ([sort, label]): MenuItem => ({
        role: 'menuitemradio',
        label: i18n.t(label),
        checked: wishes.sort === sort,
        onSelect: () => wish({ sort }),
      }),
    ),
    { role: 'separator' },
    ...conditions.map(
      ([condition, label]): MenuItem => ({
        role: 'menuitemcheckbox',
        label:
          label === 'menu.onlyUpvoted'
            ? i18n.t(label, [String(MIN_UPVOTES_FILTER)])
            : i18n.t(label),
        checked: wishes[condition],
        onSelect: () => wish({ [condition]: !wishes[condition] }),
      }),
    ),
    { role: 'menuitem', label: i18n.t('menu.ignoreTerm'), onSelect: onIgnoreTerm },
  ];
  if ((of !== null && openMap) || onWhy || onNotThisPaper) items.push({ role: 'separator' });
  if (of !== null && openMap)
    items.push({
      role: 'menuitem',
      label: i18n.t('map.open'),
      onSelect: (event) => openMap(of, event),
    });
  if (onWhy) items.push({ role: 'menuitem', label: i18n.t('evidence.why'), onSelect: onWhy });
  if (onNotThisPaper)
    items.push({ role: 'menuitem', label: i18n.t('refused.say'), onSelect: onNotThisPaper });
  if (onHide)
    items.push(
      { role: 'separator' },
      { role: 'menuitem', label: i18n.t('menu.hide'), onSelect: onHide },
    );
  return <MenuButton label={i18n.t('panel.menu')} items={items} />;
}
