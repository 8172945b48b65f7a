import '../../assets/styles/pages.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { markDocument } from '../../components/language.ts';
import { DigestView } from '../../components/popup/DigestView.tsx';
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
/** What was searched for from the address bar or a page's menu: then this page is a tab. */
const asked = new URLSearchParams(location.search);
const query = asked.get('query');
/** What a notification led to: the unread list. */
const notice = asked.get('notice') === 'fewer' ? 'fewer' : asked.has('notice') ? 'told' : null;
const remembered =
  notice !== null
    ? ({ tab: 'unread', query: '' } as const)
    : query === null
      ? null
      : ({ tab: 'latest', query } as const);
let turn = 0;
let news = 0;
let redraw: (() => void) | null = null;

async function follow() {
  const mine = ++turn;
  // The page in front answers last: at first the frame does not wait for it.
  const asking = currentPage().catch(() => null);
  const [isPrivate, theme, shortcut] = await Promise.all([
    inPrivateWindow().catch(() => true),
    storedTheme().catch(() => undefined),
    currentShortcut().catch(() => null),
  ]);
  askFromPrivateWindow(isPrivate);
  const known = { isPrivate, theme, shortcut };
  if (redraw === null) draw(undefined, known);
  const page = await asking;
  // Of pages without an address each turn may be to another.
  const told = page?.isAddressHidden ? { ...page, key: `${page.key} ${mine}` } : page;
  if (mine === turn) draw(told, known);
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
      notice={notice}
      news={news}
      onRemember={() => undefined}
      pinHint={false}
      onPinHintDone={() => undefined}
      onOptions={() => void openOptions()}
      onReader={() => void openReader()}
    />,
    root,
  );
}

watchTab(() => void follow());
watchStoredTheme(() => void follow());
watchUnread(() => {
  news += 1;
  redraw?.();
});
void follow();
