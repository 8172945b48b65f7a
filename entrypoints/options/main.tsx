import '../../assets/styles/pages.css';
import '../../components/options/options.css';
import { render } from 'preact';
import { markDocument } from '../../components/language.ts';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import { saveFile } from '../../components/shared/save-file.ts';
import type { ChosenTheme } from '../../components/use-theme.ts';
import { background } from '../../lib/client/background-client.ts';
import { lastDetection } from '../../lib/client/current-tab.ts';
import { currentShortcut, openShortcuts } from '../../lib/client/shortcut.ts';
import { siteAccess } from '../../lib/client/site-access.ts';
import { extensionVersion, openWelcome } from '../../lib/extension/extension-pages.ts';
import { requestNotificationPermission } from '../../lib/extension/notification-permission.ts';
import { storedTheme, watchStoredTheme } from '../../lib/storage/theme-setting.ts';

const contextOverrides = { lastDetection };
const root = document.getElementById('root') as HTMLElement;

function draw(theme: ChosenTheme) {
  render(
    <OptionsView
      background={background}
      saveFile={saveFile}
      access={siteAccess}
      askToNotify={requestNotificationPermission}
      shortcut={{ read: currentShortcut, change: () => void openShortcuts() }}
      theme={theme}
      version={extensionVersion()}
      onWelcome={() => void openWelcome()}
      around={contextOverrides}
    />,
    root,
  );
}

markDocument();
watchStoredTheme(draw);
draw(await storedTheme().catch(() => undefined));
