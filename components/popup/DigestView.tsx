import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Background } from '../../lib/messages/contract.ts';
import type { SiteAccess, TabFacts } from '../../lib/page/site-access.ts';
import type { Detection } from '../../lib/paper/paper.ts';
import type { AppContext } from '../app-context.ts';
import { prepareFormats } from '../format.ts';
import { OfferedTopics } from '../shared/FoundTopics.tsx';
import { PageRoot } from '../shared/PageRoot.tsx';
import { MissingAccess } from '../shared/SiteOffer.tsx';
import { type ChosenTheme, useTheme } from '../use-theme.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { DigestFooter } from './DigestFooter.tsx';
import { moveByKey } from './list-keys.ts';

import { PinHint } from './PinHint.tsx';
import type { PopupState } from './popup-state.ts';
import { SearchBox } from './SearchBox.tsx';
import { SearchResults } from './SearchResults.tsx';
import { TabBar } from './TabBar.tsx';
import { TabContent } from './TabContent.tsx';
import { usePopupState } from './use-popup-state.ts';
import { useUnread } from './use-unread.ts';

export interface DigestViewProps {
  background: Background;
  /** The popup has a fixed size; the side panel is as tall as the window and follows its tab. */
  layout: 'popup' | 'side';
  open: (url: string, where: { background: boolean }) => void;
  /** What the detector found on the page in front. */
  tabPaper: Detection | null;
  /** What else is known about that page, and what the browser can be asked about its site. */
  page?: TabFacts | null;
  /** Neither is known yet; the search box works meanwhile. */
  isWaiting?: boolean;
  /** Letters typed before the view was drawn. */
  typed?: string;
  access?: SiteAccess;
  /** In a private window, a rejected paper is remembered only while the view is open. */
  isPrivate?: boolean;
  onFileSwitch?: () => void;
  /** The keys that open Kindred; null where none are set. */
  shortcut?: string | null;
  onAskForSite?: (() => Promise<void>) | undefined;
  siteInIconMenu?: boolean;
  /** The state of less than ten minutes ago. */
  remembered: PopupState | null;
  onRemember: (state: PopupState) => void;
  /** Whether to show, this once, how to keep the icon on the toolbar. */
  pinHint: boolean;
  onPinHintDone: () => void;
  /** Grows when there may be other unread papers, in a view that stays open. */
  unreadChanges?: number;
  /** A notification led here, or its button for fewer papers. */
  notification?: 'unread' | 'fewer' | null;
  onOptions: () => void;
  /** Opens the reader page. */
  onReader?: () => void;
  /** The theme the user chose for all of Kindred. */
  theme?: ChosenTheme;
  around?: Partial<AppContext>;
}

type BodyProps = Omit<DigestViewProps, 'background' | 'open' | 'around'> & {
  unread: ReturnType<typeof useUnread>;
};

function Body(props: BodyProps) {
  const [unread, again] = props.unread;
  const { isWaiting = false, typed = '' } = props;
  const id = useUniqueId();
  const box = useRef<HTMLInputElement>(null);
  const state = usePopupState({ ...props, unread });
  const { query, changeQuery, tab, pick } = state;
  const isSearching = query.trim() !== '';
  const searchFor = (to: string) => {
    changeQuery(to);
    box.current?.focus();
  };
  return (
    <>
      <header class="top">
        <h1 class="unseen">{i18n.t('extName')}</h1>
        <SearchBox query={query} onQuery={changeQuery} box={box} goesOn={typed !== ''} />
        {!isSearching && (
          <TabBar
            tabs={isWaiting ? [] : state.tabs}
            chosen={tab}
            unread={unread.value?.total ?? 0}
            id={id}
            onChoose={pick}
          />
        )}
      </header>
      <main class="scroll">
        {props.access && <MissingAccess access={props.access} />}
        {props.pinHint && <PinHint onDone={props.onPinHintDone} />}
        {!props.isPrivate && <OfferedTopics onDone={again} />}
        {isSearching && <SearchResults query={query} onQuery={searchFor} />}
        {!isSearching && !isWaiting && (
          <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`}>
            <TabContent {...props} tab={tab} pick={pick} isForFewer={state.isForFewer} />
          </div>
        )}
      </main>
      <DigestFooter onReader={props.onReader} onOptions={props.onOptions} />
    </>
  );
}

/** The digest in the popup and the side panel: search, and tabs for this page and for lists. */
export function DigestView({ background, open, around, ...props }: DigestViewProps) {
  const theme = useTheme(props.theme);
  const root = useRef<HTMLDivElement>(null);
  const unread = useUnread(background, props.unreadChanges ?? 0);
  useEffect(prepareFormats, []);
  useEffect(() => {
    root.current?.addEventListener('keydown', (event) => {
      if (root.current) moveByKey(event, root.current);
    });
  }, []);
  return (
    <PageRoot
      background={background}
      open={open}
      isPrivate={props.isPrivate}
      onUnreadChange={unread[1]}
      contextOverrides={around}
      theme={theme}
      class="view"
      data={{ 'data-layout': props.layout }}
      rootRef={root}
    >
      <Body unread={unread} {...props} />
    </PageRoot>
  );
}
