import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import styles from '../../components/panel/panel.css?inline';
import { RelatedPanel } from '../../components/panel/RelatedPanel.tsx';
import { paperKey } from '../../components/related/use-related.ts';
import { background } from '../../lib/client/background-client.ts';
import { createHost, holdUntilUsed } from '../../lib/content/host-element.ts';
import { measureRelatedLatency } from '../../lib/content/measure-related-latency.ts';
import { pageState } from '../../lib/content/page-state.ts';
import { pageTheme, watchTheme } from '../../lib/content/page-theme.ts';
import { inPrivateTab } from '../../lib/content/private-tab.ts';
import { pageKindOf } from '../../lib/page/page-kind.ts';
import type { Detection, PagePaper } from '../../lib/paper/paper.ts';
import type { Settings } from '../../lib/user-data/settings.ts';

const lookForUpdate = 1_000;
const around = { isPrivate: inPrivateTab() };
const answers = import.meta.env.MODE === 'e2e' ? measureRelatedLatency(background) : background;

/** Shows the panel for whatever paper the detector publishes, until Kindred is gone. */
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

  const shown = new AbortController();
  let panel: ReturnType<typeof createPanel> | null = null;
  const follow = (detection: Detection) => {
    const paper = detection.kind === 'paper' ? detection.paper : null;
    const hidden = paper !== null && starts[pageKindOf(paper, location.hostname)] === 'hidden';
    // Where it was hidden a moment ago stands the way back.
    if (paper === null || (hidden && !panel?.wasHiddenFor(paper)))
      return panel ? panel.remove() : column?.remove();
    panel ??= createPanel(column, starts);
    panel.draw(paper, detection.evidence, theme());
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

/** `starts` is how the panel starts by page kind, as far as the user has said. */
function createPanel(column: HTMLElement | null, starts: Settings['panel']) {
  const host = column ?? createHost(document);
  if (column !== null) holdUntilUsed(column);
  const root = host.attachShadow({ mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = styles;
  const body = document.createElement('div');
  root.append(style, body);
  let hiddenFor: string | null = null;

  return {
    wasHiddenFor: (paper: PagePaper) => hiddenFor === paperKey(paper),

    draw(paper: PagePaper, evidence: string[], theme: 'light' | 'dark') {
      if (!host.isConnected) document.documentElement.append(host);
      const pageKind = pageKindOf(paper, location.hostname);
      const start = starts[pageKind] ?? (column === null ? 'closed' : 'open');
      const keep = (to: 'open' | 'closed' | 'hidden') => {
        starts[pageKind] = to;
        void background.setPanel({ pageKind, start: to });
      };
      render(
        <RelatedPanel
          paper={paper}
          evidence={evidence}
          pageKind={pageKind}
          background={answers}
          around={around}
          theme={theme}
          placement={column === null ? 'edge' : 'column'}
          initiallyOpen={start === 'open'}
          onOpenChange={(open) => keep(open ? 'open' : 'closed')}
          onHide={() => {
            keep('hidden');
            hiddenFor = paperKey(paper);
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
