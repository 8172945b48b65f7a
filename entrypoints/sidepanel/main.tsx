import '../../assets/styles/pages.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { markDocument } from '../../components/language.ts';
import { DigestView } from '../../components/popup/DigestView.tsx';
import type { PopupState } from '../../components/popup/popup-state.ts';
import type { ChosenTheme } from '../../components/use-theme.ts';
import { askFromPrivateWindow, background } from '../../lib/client/background-client.ts';
import { currentPage, siteRequest } from '../../lib/client/current-tab.ts';
import { openLink, openOptions } from '../../lib/client/open-link.ts';
import { currentShortcut } from '../../lib/client/shortcut.ts';
import { openFileSwitch, siteAccess } from '../../lib/client/site-access.ts';
import { openReader } from '../../lib/extension/extension-pages.ts';
import { watchTab } from '../../lib/extension/inspected-tab.ts';
import type { TabPage } from '../../lib/page/site-access.ts';
import { inPrivateWindow } from '../../lib/storage/popup-state-store.ts';
import { storedTheme, watchStoredTheme } from '../../lib/storage/theme-setting.ts';
import { watchUnread } from '../../lib/storage/watch-unread.ts';

markDocument();
const root = document.getElementById('root') as HTMLElement;
/** This page is a tab when a search from the address bar or a menu, or a notification, opens it. */
const parameters = new URLSearchParams(location.search);
const notice = parameters.get('notice');
const notification = notice === null ? null : notice === 'fewer' ? 'fewer' : 'unread';
let updates = 0;
let unreadChanges = 0;
let redraw: (() => void) | null = null;

function firstState(): PopupState | null {
  if (notification !== null)
    return { tab: notification === 'fewer' ? 'topics' : 'unread', query: '' };
  const query = parameters.get('query');
  return query === null ? null : { tab: 'latest', query };
}

const remembered = firstState();

async function update() {
  const mine = ++updates;
  // The page in front answers last, and the first drawing does not wait for it.
  const pageAnswer = currentPage().catch(() => null);
  const [isPrivate, theme, shortcut] = await Promise.all([
    inPrivateWindow().catch(() => true),
    storedTheme().catch(() => undefined),
    currentShortcut().catch(() => null),
  ]);
  askFromPrivateWindow(isPrivate);
  const known = { isPrivate, theme, shortcut };
  if (redraw === null) draw(undefined, known);
  const page = await pageAnswer;
  if (mine !== updates) return;
  // Pages whose URL is hidden look alike, so each update may be about another one.
  draw(page?.isAddressHidden ? { ...page, key: `${page.key} ${mine}` } : page, known);
}

interface Known {
  isPrivate: boolean;
  theme: ChosenTheme;
  shortcut: string | null;
}

function draw(page: TabPage | null | undefined, known: Known) {
  const { isPrivate, theme, shortcut } = known;
  redraw = () => draw(page, known);
  render(
    <DigestView
      background={background}
      layout="side"
      theme={theme}
      open={openLink}
      tabPaper={page?.detection ?? null}
      page={page ?? null}
      isWaiting={page === undefined}
      isPrivate={isPrivate}
      access={siteAccess}
      onFileSwitch={() => void openFileSwitch()}
      shortcut={shortcut}
      siteInIconMenu={import.meta.env.FIREFOX}
      onAskForSite={siteRequest() ?? undefined}
      remembered={remembered}
      notification={notification}
      unreadChanges={unreadChanges}
      onRemember={() => undefined}
      pinHint={false}
      onPinHintDone={() => undefined}
      onOptions={() => void openOptions()}
      onReader={() => void openReader()}
    />,
    root,
  );
}

watchTab(() => void update());
watchStoredTheme(() => void update());
watchUnread(() => {
  unreadChanges += 1;
  redraw?.();
});
void update();
