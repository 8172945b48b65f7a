import { background } from '../client/background-client.ts';
import { papersOnListing } from '../page/listing.ts';
import { listingKindOf, pageKindOf } from '../page/page-kind.ts';
import type { Detection, PagePaper } from '../paper/paper.ts';
import type { PageState } from './page-state.ts';
import { onceVisibleLongEnough } from './visibility.ts';

/** Papers of one listing that are remembered. */
const maxRemembered = 2_000;

/** A call may find no background: during an update, or while the extension is removed. */
function ignoreFailure(call: Promise<unknown>): void {
  call.catch(() => undefined);
}

/** Whether a script for pages of this kind still has to be requested in this document. */
function isFirstRequest(state: PageState, pageKind: string): boolean {
  if (state.asked.has(pageKind)) return false;
  state.asked.add(pageKind);
  return true;
}

/** Requests the panel for a paper's page; where none comes, the reserved column is given back. */
export function requestPanel(state: PageState, paper: PagePaper): void {
  const pageKind = pageKindOf(paper, location.hostname);
  if (!isFirstRequest(state, pageKind)) return;
  background.showPanel({ pageKind }).then(
    ({ shown }) => (shown ? undefined : removeReserved(state)),
    () => removeReserved(state),
  );
}

async function removeReserved(state: PageState): Promise<void> {
  const reserved = await state.reserved;
  // The panel's script may run although the background was stopped before it could answer.
  if (!state.panelMounted) reserved?.remove();
}

function requestLabels(state: PageState, site: string): void {
  const pageKind = listingKindOf(site);
  if (isFirstRequest(state, pageKind)) ignoreFailure(background.showMarks({ pageKind }));
}

/** Tells the background what a page is about, and that a paper was read. */
export class DetectionReporter {
  readonly #state: PageState;
  readonly #ended: AbortSignal;
  #reading = new AbortController();
  #work: string | null = null;

  constructor(state: PageState, ended: AbortSignal) {
    this.#state = state;
    this.#ended = ended;
  }

  report(detection: Detection): void {
    if (detection.kind === 'listing' && !this.#reportListing(detection.site)) return;
    const paper = detection.kind === 'paper' ? detection.paper : null;
    const work = paper && JSON.stringify(paper.arxivId ?? paper.doi ?? paper.title);
    const isSame = work === this.#work && !this.#reading.signal.aborted;
    this.#work = work;
    if (paper === null || !isSame) this.#reading.abort();
    if (paper === null) return;
    if (paper.title !== null) ignoreFailure(background.remember({ papers: [paper] }));
    requestPanel(this.#state, paper);
    if (!isSame) this.#watchReading();
  }

  /** Returns whether the listing has papers. */
  #reportListing(site: string): boolean {
    const papers = papersOnListing(location.href, document);
    if (papers.length === 0) return false;
    ignoreFailure(background.remember({ papers: papers.slice(0, maxRemembered) }));
    requestLabels(this.#state, site);
    return true;
  }

  /** Reports the paper as read once it was visible long enough. */
  #watchReading(): void {
    this.#reading = new AbortController();
    const signal = AbortSignal.any([this.#reading.signal, this.#ended]);
    onceVisibleLongEnough(document, signal, () => {
      const { detection } = this.#state;
      if (detection?.kind === 'paper') ignoreFailure(background.seen({ paper: detection.paper }));
    });
  }
}
