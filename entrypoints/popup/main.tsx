import '../../assets/styles/pages.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { i18n } from '#i18n';
import { markDocument } from '../../components/language.ts';
import { DigestView } from '../../components/popup/DigestView.tsx';
import type { PopupState } from '../../components/popup/popup-state.ts';
import { askFromPrivateWindow, background } from '../../lib/client/background-client.ts';
import { currentPage } from '../../lib/client/current-tab.ts';
import { openLink, openOptions } from '../../lib/client/open-link.ts';
import { openFileSwitch, siteAccess } from '../../lib/client/site-access.ts';
import { openReader } from '../../lib/extension/extension-pages.ts';
import { notifyTabInspected } from '../../lib/extension/inspected-tab.ts';
import type { TabPage } from '../../lib/page/site-access.ts';
import { wantsPinHint } from '../../lib/storage/pin-hint.ts';
import { inPrivateWindow, readPopupState } from '../../lib/storage/popup-state-store.ts';
import { storedTheme } from '../../lib/storage/theme-setting.ts';

markDocument();
const root = document.getElementById('root') as HTMLElement;
/** A text field of the HTML file, for what is typed before the view is drawn. */
const earlyInput = root.querySelector('input');
if (earlyInput) earlyInput.ariaLabel = i18n.t('search.label');
const none = () => null;
// The page in front answers last, and the search box does not wait for it.
const pageAnswer = currentPage().catch(none);
let page: TabPage | null | undefined;
let pinHint = false;
const [isPrivate, remembered, theme] = await Promise.all([
  inPrivateWindow().catch(() => true),
  readPopupState<PopupState>(new Date()).catch(none),
  storedTheme().catch(() => undefined),
]);

askFromPrivateWindow(isPrivate);
const typed = earlyInput?.value ?? '';

async function open(url: string, where: { background: boolean }) {
  await openLink(url, where);
  if (!where.background) window.close();
}

/** Opens another page and closes the popup. */
const andClose = (opens: () => Promise<void>) => () => void opens().then(() => window.close());

function draw() {
  render(
    <DigestView
      background={background}
      layout="popup"
      theme={theme}
      open={open}
      tabPaper={page?.detection ?? null}
      page={page ?? null}
      isWaiting={page === undefined}
      typed={typed}
      isPrivate={isPrivate}
      access={siteAccess}
      onFileSwitch={andClose(openFileSwitch)}
      remembered={remembered}
      onRemember={(state) => {
        if (!isPrivate) void background.rememberPopup(state).catch(none);
      }}
      pinHint={pinHint}
      onPinHintDone={() => {
        pinHint = false;
        draw();
        void background.pinHintSeen({}).catch(none);
      }}
      onOptions={andClose(openOptions)}
      onReader={andClose(openReader)}
    />,
    root,
  );
}

draw();
earlyInput?.remove();
page = await pageAnswer;
draw();
notifyTabInspected();
pinHint = await wantsPinHint(background).catch(() => false);
if (pinHint) draw();
