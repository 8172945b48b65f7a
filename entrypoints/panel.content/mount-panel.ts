import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { background } from '../../lib/client/background-client.ts';
import { pageState, watchContext } from '../../lib/content/page-state.ts';
import { pageTheme, watchTheme } from '../../lib/content/page-theme.ts';
import { pageKindOf } from '../../lib/page/page-kind.ts';
import type { Detection } from '../../lib/paper/paper.ts';
import type { Settings } from '../../lib/user-data/settings.ts';
import { InjectedPanel } from './injected-panel.tsx';

/** Shows the panel for each paper that the detector publishes, until Kindred is updated or removed. */
export async function mountPanel(context: ContentScriptContext): Promise<void> {
  const state = pageState();
  if (state === null || state.panelMounted) return;
  state.panelMounted = true;
  const [settings, reserved] = await Promise.all([
    background.settings({}).catch(() => null),
    state.reserved,
  ]);
  const column = reserved?.isConnected ? reserved : null;
  if (context.isInvalid) return;
  const starts: Settings['panel'] = { ...settings?.panel };
  const chosen = settings?.theme;
  const theme = () => (chosen === 'light' || chosen === 'dark' ? chosen : pageTheme(document));

  let panel: InjectedPanel | null = null;
  const show = (detection: Detection) => {
    const paper = detection.kind === 'paper' ? detection.paper : null;
    const isHidden = paper !== null && starts[pageKindOf(paper, location.hostname)] === 'hidden';
    // A panel that was hidden in this page shows its Undo line.
    if (paper === null || (isHidden && !panel?.wasHiddenFor(paper)))
      return panel ? panel.remove() : column?.remove();
    panel ??= new InjectedPanel(column, starts);
    panel.draw(paper, theme());
  };
  state.listeners.add(show);
  const ended = new AbortController();
  watchTheme(document, ended.signal, () => {
    if (state.detection !== null) show(state.detection);
  });
  watchContext(context, () => {
    ended.abort();
    panel?.remove();
    state.listeners.delete(show);
  });
  if (state.detection !== null) show(state.detection);
}
