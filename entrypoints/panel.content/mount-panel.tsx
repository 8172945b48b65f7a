import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import styles from '../../components/panel/panel.css?inline';
import { RelatedPanel } from '../../components/panel/RelatedPanel.tsx';
import { background } from '../../lib/browser/background.ts';
import { createHost, holdUntilUsed } from '../../lib/browser/page/host.ts';
import { pageState } from '../../lib/browser/page/page-state.ts';
import { pageTheme, watchTheme } from '../../lib/browser/page/theme.ts';
import type { Settings } from '../../lib/messages/answers.ts';
import { pageKindOf } from '../../lib/page/page-kind.ts';
import type { Detection, PagePaper } from '../../lib/paper/paper.ts';

const lookForUpdate = 1_000;

/** Shows the panel for whatever paper the detector publishes, until Kindred is gone. */
export async function mountPanel(context: ContentScriptContext): Promise<void> {
  const state = pageState();
  if (state === null || state.panelMounted) return;
  state.panelMounted = true;
  const [settings, column] = await Promise.all([
    background.settings({}).catch(() => null),
    state.reserved,
  ]);
  if (context.isInvalid) return;

  const shown = new AbortController();
  let panel: ReturnType<typeof createPanel> | null = null;
  const draw = (paper: PagePaper) => {
    panel ??= createPanel(column);
    panel.draw(paper, settings, pageTheme(document));
  };
  const follow = (detection: Detection) => {
    if (detection.kind === 'paper') draw(detection.paper);
    else panel?.remove();
  };
  state.listeners.add(follow);
  watchTheme(document, shown.signal, () => {
    if (state.detection !== null) follow(state.detection);
  });
  // Without a background the element would stay in the page, dead, after an update.
  context.setInterval(() => undefined, lookForUpdate);
  context.onInvalidated(() => {
    shown.abort();
    panel?.remove();
    state.listeners.delete(follow);
  });
  if (state.detection !== null) follow(state.detection);
}

function createPanel(column: HTMLElement | null) {
  const host = column ?? createHost(document);
  if (column !== null) holdUntilUsed(column);
  const root = host.attachShadow({ mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = styles;
  const body = document.createElement('div');
  root.append(style, body);

  return {
    draw(paper: PagePaper, settings: Settings | null, theme: 'light' | 'dark') {
      if (!host.isConnected) document.documentElement.append(host);
      const pageKind = pageKindOf(paper);
      const start = settings?.panel[pageKind] ?? (column === null ? 'closed' : 'open');
      render(
        <RelatedPanel
          paper={paper}
          pageKind={pageKind}
          background={background}
          theme={theme}
          placement={column === null ? 'edge' : 'column'}
          initiallyOpen={start === 'open'}
          onOpenChange={(open) => {
            void background.setPanel({ pageKind, start: open ? 'open' : 'closed' });
          }}
          onHide={() => {
            void background.setPanel({ pageKind, start: 'hidden' });
            render(null, body);
          }}
        />,
        body,
      );
    },
    remove() {
      render(null, body);
      host.remove();
    },
  };
}
