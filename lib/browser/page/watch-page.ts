import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { detectInstalled } from '../../page/detect-installed.ts';
import { papersOnListing } from '../../page/listing.ts';
import { pageKindOf } from '../../page/page-kind.ts';
import type { Detection, PagePaper } from '../../paper/paper.ts';
import { background } from '../background.ts';
import { isDetectionQuestion } from './detection-question.ts';
import { removeEarlierHosts, reserveInColumn } from './host.ts';
import { claimPage, type PageState, publish } from './page-state.ts';
import { whenActivated, whenVisibleLongEnough } from './reading.ts';

/** A message may find no background: at an update, or while the add-on is being removed. */
function quietly(call: Promise<unknown>): void {
  call.catch(() => undefined);
}

/**
 * The detector's whole life in one page: tell from the address whether this is a paper, read the
 * document when it is there, follow navigation inside the page, and send what was seen.
 */
export function watchPage(context: ContentScriptContext): void {
  const state = claimPage();
  if (state === null) return;
  removeEarlierHosts(document);
  whenActivated(document, () => begin(state, context));
}

function begin(state: PageState, context: ContentScriptContext): void {
  const early = detectInstalled(location.href);
  if (early.kind === 'paper') {
    if (early.site === 'arxiv' && early.paper.view === 'abstract') {
      state.reserved = reserveInColumn(document);
    }
    askForPanel(state, early.paper);
  }
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (sender.id !== browser.runtime.id || !isDetectionQuestion(message)) return undefined;
    sendResponse(state.detection);
    return true;
  });
  whenRead(() => readPage(state, context));
  context.addEventListener(window, 'wxt:locationchange', () => readPage(state, context));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) readPage(state, context);
  });
}

function askForPanel(state: PageState, paper: PagePaper): void {
  if (state.panelAsked) return;
  state.panelAsked = true;
  quietly(background.showPanel({ pageKind: pageKindOf(paper) }));
}

function whenRead(run: () => void): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', run, { once: true });
  } else run();
}

let reading = new AbortController();

function readPage(state: PageState, context: ContentScriptContext): void {
  const detection: Detection = detectInstalled(location.href, document);
  reading.abort();
  reading = new AbortController();
  publish(state, detection);
  if (detection.kind === 'listing') {
    const papers = papersOnListing(location.href, document);
    if (papers.length > 0) quietly(background.remember({ papers }));
    return;
  }
  if (detection.kind !== 'paper') return;
  const { paper } = detection;
  if (paper.title !== null) quietly(background.remember({ papers: [paper] }));
  askForPanel(state, paper);
  whenVisibleLongEnough(document, AbortSignal.any([reading.signal, context.signal]), () => {
    quietly(background.seen({ paper }));
  });
}
