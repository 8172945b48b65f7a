import { render } from 'preact';
import styles from '../../components/panel/panel.css?inline';
import { RelatedPanel } from '../../components/panel/RelatedPanel.tsx';
import { paperKey } from '../../components/related/use-related.ts';
import { background } from '../../lib/client/background-client.ts';
import { createHost, holdUntilUsed } from '../../lib/content/host-element.ts';
import type { Theme } from '../../lib/content/page-theme.ts';
import { inPrivateTab } from '../../lib/content/private-tab.ts';
import { attachShadowRoot, measureRelated } from '../../lib/extension/e2e-seam.ts';
import { pageKindOf } from '../../lib/page/page-kind.ts';
import type { PagePaper } from '../../lib/paper/paper.ts';
import type { Settings } from '../../lib/user-data/settings.ts';

const contextOverrides = { isPrivate: inPrivateTab() };
const measuredBackground = measureRelated(background);

/** The panel's host in a page, and the view in its shadow root. */
export class InjectedPanel {
  readonly #host: HTMLElement;
  readonly #body = document.createElement('div');
  readonly #placement: 'column' | 'edge';
  /** How the panel starts by page kind, where the user has chosen. */
  readonly #starts: Settings['panel'];
  #hiddenFor: string | null = null;

  /** `column` is the host reserved in the page's right column, if it has one. */
  constructor(column: HTMLElement | null, starts: Settings['panel']) {
    this.#host = column ?? createHost(document);
    this.#placement = column === null ? 'edge' : 'column';
    this.#starts = starts;
    if (column !== null) holdUntilUsed(column);
    const style = document.createElement('style');
    style.textContent = styles;
    attachShadowRoot(this.#host).append(style, this.#body);
  }

  /** Whether the user has hidden the panel beside this paper, and may still undo that. */
  wasHiddenFor(paper: PagePaper): boolean {
    return this.#hiddenFor === paperKey(paper);
  }

  draw(paper: PagePaper, theme: Theme): void {
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    const pageKind = pageKindOf(paper, location.hostname);
    const start = this.#starts[pageKind] ?? (this.#placement === 'edge' ? 'closed' : 'open');
    const store = (to: 'open' | 'closed' | 'hidden') => {
      this.#starts[pageKind] = to;
      void background.setPanel({ pageKind, start: to });
    };
    render(
      <RelatedPanel
        paper={paper}
        pageKind={pageKind}
        background={measuredBackground}
        around={contextOverrides}
        theme={theme}
        placement={this.#placement}
        initiallyOpen={start === 'open'}
        onOpenChange={(open) => store(open ? 'open' : 'closed')}
        onHide={() => {
          store('hidden');
          this.#hiddenFor = paperKey(paper);
        }}
      />,
      this.#body,
    );
  }

  remove(): void {
    render(null, this.#body);
    this.#host.remove();
  }
}
