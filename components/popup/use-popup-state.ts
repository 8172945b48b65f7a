import { useEffect, useRef, useState } from 'preact/hooks';
import type { UnreadAnswer } from '../../lib/answers/topics/unread-answer.ts';
import type { TabFacts } from '../../lib/page/site-access.ts';
import type { Detection } from '../../lib/paper/paper.ts';
import type { AnswerState } from '../use-answer.ts';
import { type PopupState, type Tab, tabs } from './popup-state.ts';

interface Options {
  layout: 'popup' | 'side';
  tabPaper: Detection | null;
  page?: TabFacts | null | undefined;
  isWaiting?: boolean | undefined;
  unread: AnswerState<UnreadAnswer>;
  typed?: string | undefined;
  remembered: PopupState | null;
  onRemember: (state: PopupState) => void;
  notification?: 'unread' | 'fewer' | null | undefined;
}

const isAboutPaper = ({ tabPaper, page }: Options) =>
  tabPaper?.kind === 'paper' || Boolean(page?.possiblePdf);

function shownTabs(options: Options): readonly Tab[] {
  const { layout, tabPaper, page } = options;
  const hasPage = isAboutPaper(options) || Boolean(page && (tabPaper || page.areFilesHidden));
  return tabs.filter((tab) => tab !== 'page' || hasPage || layout === 'side');
}

/** The tab that suits the page in front and what is unread. */
function useFirstTab(options: Options): Tab {
  const { layout, page, isWaiting, unread } = options;
  const isAboutPage =
    isAboutPaper(options) || (layout === 'side' && Boolean(page?.isAddressHidden));
  const suited = unread.state === 'waiting' || unread.value?.total ? 'unread' : 'latest';
  // Decided once: marking the last unread paper must not hide the list with its Undo line.
  const decided = useRef<Tab | null>(null);
  if (!isWaiting && !isAboutPage && unread.state !== 'waiting') decided.current ??= suited;
  return isAboutPage ? 'page' : (decided.current ?? suited);
}

/** The query and the chosen tab; what the user changes is remembered for the next opening. */
export function usePopupState(options: Options) {
  const { typed = '', remembered, onRemember, isWaiting } = options;
  const [query, setQuery] = useState(typed || (remembered?.query ?? ''));
  const [picked, setPicked] = useState<Tab | null>(remembered?.tab ?? null);
  const [isForFewer, setForFewer] = useState(options.notification === 'fewer');
  const shown = shownTabs(options);
  const first = useFirstTab(options);
  const tab = picked && shown.includes(picked) ? picked : first;

  const isChanged = useRef(typed !== '');
  useEffect(() => {
    if (isChanged.current && !isWaiting) onRemember({ tab, query });
  }, [picked, query, isWaiting]);
  const changeQuery = (to: string) => {
    isChanged.current = true;
    setQuery(to);
  };
  const pick = (to: Tab, fewer = false) => {
    isChanged.current = true;
    setPicked(to);
    setForFewer(fewer);
  };
  return { query, changeQuery, tab, pick, tabs: shown, isForFewer };
}
