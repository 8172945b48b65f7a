import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Background } from '../../lib/messages/contract.ts';
import type { SiteAccess, TabFacts } from '../../lib/page/site-access.ts';
import type { Detection } from '../../lib/paper/paper.ts';
import { type AppContext, AppContextProvider, defaultAppContext } from '../app-context.ts';
import { prepareFormats } from '../format.ts';
import { useInputMethod } from '../input-method.ts';
import { useKeptFocus } from '../keep-focus.ts';
import { language } from '../language.ts';
import { OfferedTopics } from '../shared/FoundTopics.tsx';
import { Icon } from '../shared/Icon.tsx';
import { MissingAccess } from '../shared/SiteOffer.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { TopicList } from '../topic/TopicList.tsx';
import { useAnswer, useSettled } from '../use-answer.ts';
import { type ChosenTheme, useTheme } from '../use-theme.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { FewerAlerts } from './FewerAlerts.tsx';
import { LatestList } from './LatestList.tsx';
import { moveByKey } from './list-keys.ts';
import { NotificationOffer } from './NotificationOffer.tsx';
import { OnThisPage } from './OnThisPage.tsx';
import { PinHint } from './PinHint.tsx';
import { type PopupState, type Tab, tabs } from './popup-state.ts';
import { SavedPapers } from './SavedPapers.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SearchResults } from './SearchResults.tsx';
import { TabBar } from './TabBar.tsx';
import { UnreadList } from './UnreadList.tsx';

export interface DigestViewProps {
  background: Background;
  /** The popup has a fixed size; the side panel is as tall as the window and follows its tab. */
  layout: 'popup' | 'side';
  open: (url: string, where: { background: boolean }) => void;
  /** What the active tab is about. */
  tabPaper: Detection | null;
  /** What else is known of that page, and what the browser can be asked about its site. */
  page?: TabFacts | null;
  /** Neither is known yet: the frame stands, with the search box in use. */
  isWaiting?: boolean;
  /** Letters typed before the view was drawn. */
  typed?: string;
  access?: SiteAccess;
  /** "Not this paper" is kept for no longer than the popup is open. */
  isPrivate?: boolean;
  onFileSwitch?: () => void;
  /** The keys that open Kindred; null where none are set. */
  shortcut?: string | null;
  onAskForSite?: (() => Promise<void>) | undefined;
  siteInIconMenu?: boolean;
  /** As it was left less than ten minutes ago. */
  remembered: PopupState | null;
  onRemember: (state: PopupState) => void;
  /** Whether to show, this once, how to keep the icon on the toolbar. */
  pinHint: boolean;
  onPinHintDone: () => void;
  /** Grows when there may be other unread papers, in a view that stays open. */
  news?: number;
  /** A notification led here, or its button for fewer of them. */
  notice?: 'told' | 'fewer' | null;
  onOptions: () => void;
  /** Opens the whole digest on a page of its own. */
  onReader?: () => void;
  /** The look the user chose for all of Kindred. */
  theme?: ChosenTheme;
  around?: Partial<AppContext>;
}

type BodyProps = Omit<DigestViewProps, 'background' | 'open' | 'around'> & {
  unread: ReturnType<typeof useUnread>;
};

/** Asked again when there may be others, `news` being the count of that. */
function useUnread(background: Background, news: number) {
  const unread = useAnswer(() => background.unread({}), '');
  const look = unread[2];
  const settled = useSettled(news, newsMs);
  useEffect(() => {
    if (settled > 0) look();
  }, [settled, look]);
  return unread;
}
/** Several changes may come at once. */
const newsMs = 150;

function Body({ unread: [unread, again], ...props }: BodyProps) {
  const { layout, tabPaper, remembered, onRemember, isWaiting = false, typed = '' } = props;
  const id = useUniqueId();
  const box = useRef<HTMLInputElement>(null);
  const onPaper = tabPaper?.kind === 'paper' || Boolean(props.page?.possiblePdf);
  const hasPage = onPaper || Boolean(props.page && (tabPaper || props.page.areFilesHidden));
  const [query, setQuery] = useState(typed || (remembered?.query ?? ''));
  const [picked, setPicked] = useState<Tab | null>(remembered?.tab ?? null);
  const total = unread.value?.total ?? 0;
  const shown = tabs.filter((tab) => tab !== 'page' || hasPage || layout === 'side');
  // Decided once: the last unread paper that is dealt with does not take its way back along.
  const decided = useRef<Tab | null>(null);
  const suited = unread.state === 'waiting' || total > 0 ? 'unread' : 'latest';
  const aboutPage = onPaper || (layout === 'side' && Boolean(props.page?.isAddressHidden));
  if (!isWaiting && !aboutPage && unread.state !== 'waiting') decided.current ??= suited;
  const first: Tab = aboutPage ? 'page' : (decided.current ?? suited);
  const tab = picked && shown.includes(picked) ? picked : first;

  const untouched = useRef(typed === '');
  useEffect(() => {
    if (!untouched.current && !isWaiting) onRemember({ tab, query });
  }, [picked, query, isWaiting]);
  const onQuery = (written: string) => {
    untouched.current = false;
    setQuery(written);
  };
  const pick = (chosen: Tab) => {
    untouched.current = false;
    setPicked(chosen);
  };

  const panels = {
    page: () => <OnThisPage {...props} />,
    unread: () => (
      <>
        {props.notice && unread.value && (
          <FewerAlerts
            topics={unread.value.topics.flatMap(({ topic, unread: news }) =>
              news.length > 0 && !topic.quiet ? [topic] : [],
            )}
            isOpen={props.notice === 'fewer'}
            onChange={again}
          />
        )}
        {!props.isPrivate && !props.notice && <NotificationOffer onOptions={props.onOptions} />}
        <UnreadList answer={unread} again={again} onMakeTopic={() => pick('topics')} />
      </>
    ),
    latest: () => <LatestList />,
    saved: () => <SavedPapers />,
    topics: () => <TopicList onFollowed={again} />,
  };
  return (
    <>
      <header class="top">
        <h1 class="unseen">{i18n.t('extName')}</h1>
        <SearchBox query={query} onQuery={onQuery} box={box} goesOn={typed !== ''} />
        {query.trim() === '' && (
          <TabBar
            tabs={isWaiting ? [] : shown}
            chosen={tab}
            unread={total}
            id={id}
            onChoose={pick}
          />
        )}
      </header>
      <main class="scroll">
        {props.access && <MissingAccess access={props.access} />}
        {props.pinHint && <PinHint onDone={props.onPinHintDone} />}
        {!props.isPrivate && <OfferedTopics onDone={again} />}
        {query.trim() !== '' && (
          <SearchResults
            query={query}
            onQuery={(chosen) => {
              onQuery(chosen);
              box.current?.focus();
            }}
          />
        )}
        {query.trim() === '' && !isWaiting && (
          <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`}>
            {panels[tab]()}
          </div>
        )}
      </main>
      <footer class="bottom">
        <StatusLine>
          {' '}
          {props.onReader && (
            <button
              type="button"
              class="icon-button"
              aria-label={i18n.t('reader.open')}
              title={i18n.t('reader.open')}
              onClick={props.onReader}
            >
              <Icon name="reader" />
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={i18n.t('foot.options')}
            title={i18n.t('foot.options')}
            onClick={props.onOptions}
          >
            <Icon name="settings" />
          </button>
        </StatusLine>
      </footer>
    </>
  );
}

/** The digest in Kindred's own small views: on this page, unread, latest, topics, and search. */
export function DigestView({ background, open, around, ...props }: DigestViewProps) {
  const { isPrivate = false } = props;
  const theme = useTheme(props.theme);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  useInputMethod(root);
  const unread = useUnread(background, props.news ?? 0);
  const again = unread[1];
  const provided = useMemo(
    () => ({ ...defaultAppContext(background), open, onUnreadChange: again, isPrivate, ...around }),
    [background, open, again, isPrivate, around],
  );
  useEffect(prepareFormats, []);
  useEffect(() => {
    const move = (event: KeyboardEvent) => root.current && moveByKey(event, root.current);
    root.current?.addEventListener('keydown', move);
  }, []);
  return (
    <AppContextProvider.Provider value={provided}>
      <div
        class="kindred view"
        data-theme={theme}
        data-layout={props.layout}
        {...language()}
        ref={root}
      >
        <Body unread={unread} {...props} />
      </div>
    </AppContextProvider.Provider>
  );
}
