import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { measure } from '../extension/e2e-seam.ts';
import { isGetDetectionMessage } from '../messages/get-detection-message.ts';
import { isPermissionRevoked } from '../messages/permission-revoked.ts';
import type { PageRules } from '../page/page-rules.ts';
import type { Detection } from '../paper/paper.ts';
import { removeEarlierHosts, reserveInColumn } from './host-element.ts';
import { observeDetection } from './observe-detection.ts';
import { claimPage, type PageState, publish, releasePage } from './page-state.ts';
import { DetectionReporter, requestPanel } from './report-detection.ts';
import { onceActivated } from './visibility.ts';

/**
 * Runs the detector in a page: recognizes a paper by the URL, reads the document once it is parsed,
 * follows the page as it changes, and reports to the background.
 */
export function watchPage(context: ContentScriptContext, rules: PageRules): void {
  const state = claimPage();
  if (state === null) return;
  state.started = performance.now();
  removeEarlierHosts(document);
  onceActivated(document, () => start(state, context, rules));
}

function start(state: PageState, context: ContentScriptContext, rules: PageRules): void {
  const early = rules.detect(location.href);
  measure('kindred-address', state.started);
  if (early.kind === 'paper') {
    if (early.site === 'arxiv' && early.paper.view === 'abstract') {
      state.reserved = reserveInColumn(document);
    }
    requestPanel(state, early.paper);
  }
  const revoked = new AbortController();
  answerMessages(state, revoked);
  const signal = AbortSignal.any([revoked.signal, context.signal]);
  const reporter = new DetectionReporter(state, signal);
  observeDetection(signal, rules, (detection) => {
    publish(state, detection);
    reporter.report(detection);
  });
}

/** Answers what the detector found, and gives the page up when its site's permission is revoked. */
function answerMessages(state: PageState, revoked: AbortController): void {
  const listener = (
    message: unknown,
    sender: { id?: string | undefined },
    sendResponse: (detection: Detection | null) => void,
  ) => {
    if (sender.id !== browser.runtime.id) return undefined;
    if (isPermissionRevoked(message, location)) {
      revoked.abort();
      browser.runtime.onMessage.removeListener(listener);
      releasePage(state);
    }
    if (!isGetDetectionMessage(message)) return undefined;
    sendResponse(state.detection);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
}
