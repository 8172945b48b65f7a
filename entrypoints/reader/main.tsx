import '../../assets/styles/pages.css';
import '../../components/reader/reader.css';
import '../../components/reader/trends/trends.css';
import '../../components/reader/map/map.css';
import { render } from 'preact';
import { markDocument } from '../../components/language.ts';
import { ReaderView } from '../../components/reader/ReaderView.tsx';
import type { ChosenTheme } from '../../components/use-theme.ts';
import { background } from '../../lib/client/background-client.ts';
import { openLink, openOptions } from '../../lib/client/open-link.ts';
import { inPrivateWindow } from '../../lib/storage/popup-state-store.ts';
import { storedTheme, watchStoredTheme } from '../../lib/storage/theme-setting.ts';

markDocument();
// The page restores its place in the list itself, once the list is loaded.
history.scrollRestoration = 'manual';
const root = document.getElementById('root') as HTMLElement;
const [isPrivate, theme] = await Promise.all([
  inPrivateWindow().catch(() => true),
  storedTheme().catch(() => undefined),
]);

function draw(chosen: ChosenTheme) {
  render(
    <ReaderView
      background={background}
      open={(url, where) => void openLink(url, where)}
      isPrivate={isPrivate}
      onOptions={() => void openOptions()}
      theme={chosen}
    />,
    root,
  );
}

draw(theme);
watchStoredTheme(draw);
