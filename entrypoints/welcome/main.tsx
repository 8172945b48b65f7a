import '../../assets/styles/pages.css';
import '../../components/welcome/welcome.css';
import { render } from 'preact';
import { markDocument } from '../../components/language.ts';
import type { ChosenTheme } from '../../components/use-theme.ts';
import { WelcomeView } from '../../components/welcome/WelcomeView.tsx';
import { background } from '../../lib/client/background-client.ts';
import { openLink, openOptions } from '../../lib/client/open-link.ts';
import { closeThisTab, isOnToolbar } from '../../lib/extension/extension-pages.ts';
import { storedTheme, watchStoredTheme } from '../../lib/storage/theme-setting.ts';

const root = document.getElementById('root') as HTMLElement;
const [onToolbar, theme] = await Promise.all([
  isOnToolbar().catch(() => null),
  storedTheme().catch(() => undefined),
]);

function draw(chosen: ChosenTheme) {
  render(
    <WelcomeView
      background={background}
      open={(url, where) => void openLink(url, where)}
      onToolbar={onToolbar}
      onClose={() => void closeThisTab()}
      onOptions={() => void openOptions()}
      theme={chosen}
    />,
    root,
  );
}

markDocument();
watchStoredTheme(draw);
draw(theme);
