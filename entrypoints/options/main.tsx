import '../../assets/styles/pages.css';
import '../../components/options/options.css';
import { render } from 'preact';
import { markDocument } from '../../components/language.ts';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import { saveFile } from '../../components/options/save-file.ts';
import type { ChosenTheme } from '../../components/use-theme.ts';
import { background } from '../../lib/browser/background.ts';
import { chosenTheme, watchChosenTheme } from '../../lib/browser/chosen-theme.ts';
import { askToNotify } from '../../lib/browser/notify-permission.ts';
import { openWelcome, ownVersion } from '../../lib/browser/own-pages.ts';
import { openShortcuts, ownShortcut } from '../../lib/browser/shortcut.ts';
import { siteAccess } from '../../lib/browser/site-access.ts';

const root = document.getElementById('root') as HTMLElement;

function draw(theme: ChosenTheme) {
  render(
    <OptionsView
      background={background}
      saveFile={saveFile}
      access={siteAccess}
      askToNotify={askToNotify}
      shortcut={{ read: ownShortcut, change: () => void openShortcuts() }}
      theme={theme}
      version={ownVersion()}
      onWelcome={() => void openWelcome()}
    />,
    root,
  );
}

markDocument();
watchChosenTheme(draw);
draw(await chosenTheme().catch(() => undefined));
