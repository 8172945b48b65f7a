import { browser } from 'wxt/browser';
import { detect } from '../page/detect.ts';
import type { Detection } from '../paper/paper.ts';
import { detectionQuestion } from './page/detection-question.ts';

/** In end-to-end builds a page opened as a tab is told which tab it would have belonged to. */
function namedTab(): number | null {
  if (import.meta.env.MODE !== 'e2e') return null;
  const id = new URLSearchParams(location.search).get('tabId');
  return id === null ? null : Number(id);
}

/**
 * What the tab in front shows, for popup and side panel: the detector's verdict where one runs,
 * else the verdict on the tab's address (Firefox runs no script in its PDF viewer). Null where the
 * browser does not tell Kindred the address.
 */
export async function currentPaper(): Promise<Detection | null> {
  const named = namedTab();
  const tab =
    named === null
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(named);
  if (tab?.id === undefined) return null;
  try {
    const told = (await browser.tabs.sendMessage(tab.id, detectionQuestion)) as Detection | null;
    if (told) return told;
  } catch {
    // No detector there: a page of another site, or a PDF in Firefox.
  }
  return tab.url === undefined ? null : detect(tab.url);
}
