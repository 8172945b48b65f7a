import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { background } from '../client/background-client.ts';
import { isGetDetectionMessage } from '../messages/get-detection-message.ts';
import { isPermissionRevoked } from '../messages/permission-revoked.ts';
import { papersOnListing } from '../page/listing.ts';
import { listingKindOf, pageKindOf } from '../page/page-kind.ts';
import type { PageRules } from '../page/page-rules.ts';
import type { Detection, PagePaper } from '../paper/paper.ts';
import { removeEarlierHosts, reserveInColumn } from './host-element.ts';
import { observeDetection } from './observe-detection.ts';
import { claimPage, type PageState, publish, releasePage } from './page-state.ts';
import { onceActivated, onceVisibleLongEnough } from './visibility.ts';

/** More than two thousand papers are not remembered. */
const mostRemembered = 2_000;

/** A message may find no background: at an update, or while the add-on is being removed. */
function quietly(call: Promise<unknown>): void {
  call.catch(() => undefined);
}

/**
 * The detector's whole life in one page: tell from the address whether this is a paper, read the
 * document when it is there, follow the page as it changes, and send what was seen.
 */
export function watchPage(context: ContentScriptContext, rules: PageRules): void {
  const state = claimPage();
  if (state === null) return;
  state.started = performance.now();
  removeEarlierHosts(document);
  onceActivated(document, () => begin(state, context, rules));
}

function begin(state: PageState, context: ContentScriptContext, rules: PageRules): void {
  const early = rules.detect(location.href);
  measured('kindred-address', state.started);
  if (early.kind === 'paper') {
    if (early.site === 'arxiv' && early.paper.view === 'abstract') {
      state.reserved = reserveInColumn(document);
    }
    askForPanel(state, early.paper);
  }
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, context.signal]);
  const answer = (
    message: unknown,
    sender: { id?: string | undefined },
    sendResponse: (detection: Detection | null) => void,
  ) => {
    if (sender.id !== browser.runtime.id) return undefined;
    if (isPermissionRevoked(message, location)) {
      gone.abort();
      browser.runtime.onMessage.removeListener(answer);
      releasePage(state);
    }
    if (!isGetDetectionMessage(message)) return undefined;
    sendResponse(state.detection);
    return true;
  };
  browser.runtime.onMessage.addListener(answer);
  const told = teller(state, signal);
  observeDetection(signal, rules, (detection) => {
    publish(state, detection);
    told(detection);
  });
}

/** End-to-end builds tell the page's own timeline how long a verdict took. */
function measured(name: string, start: number): void {
  if (import.meta.env.MODE === 'e2e') performance.measure(name, { start });
}

function askForPanel(state: PageState, paper: PagePaper): void {
  const pageKind = pageKindOf(paper, location.hostname);
  if (state.asked.has(pageKind)) return;
  state.asked.add(pageKind);
  background.showPanel({ pageKind }).then(
    ({ shown }) => (shown ? undefined : giveBackPlace(state)),
    () => giveBackPlace(state),
  );
}

/** Where no panel comes, the page's column is as the page has it. */
async function giveBackPlace(state: PageState): Promise<void> {
  const place = await state.reserved;
  // Its script may run all the same, where the background died before it could answer.
  if (!state.panelMounted) place?.remove();
}

function askForMarks(state: PageState, site: string): void {
  const pageKind = listingKindOf(site);
  if (state.asked.has(pageKind)) return;
  state.asked.add(pageKind);
  quietly(background.showMarks({ pageKind }));
}

/** Sends on what each verdict means, and after five seconds of a paper that it was seen. */
function teller(state: PageState, signal: AbortSignal): (detection: Detection) => void {
  let reading = new AbortController();
  let read = '';
  return (detection) => {
    if (detection.kind === 'listing') {
      const papers = papersOnListing(location.href, document);
      if (papers.length === 0) return;
      quietly(background.remember({ papers: papers.slice(0, mostRemembered) }));
      askForMarks(state, detection.site);
    }
    const paper = detection.kind === 'paper' ? detection.paper : null;
    const work = JSON.stringify(paper && (paper.arxivId ?? paper.doi ?? paper.title));
    if (paper === null || work !== read) reading.abort();
    if (paper !== null) {
      if (paper.title !== null) quietly(background.remember({ papers: [paper] }));
      askForPanel(state, paper);
      if (work !== read || reading.signal.aborted) {
        reading = new AbortController();
        onceVisibleLongEnough(document, AbortSignal.any([reading.signal, signal]), () => {
          const last = state.detection;
          if (last?.kind === 'paper') quietly(background.seen({ paper: last.paper }));
        });
      }
    }
    read = work;
  };
}
