import { browser } from 'wxt/browser';

const channel = 'kindred.looked';

/** For the popup: a click on the icon let Kindred see the tab, and its other views too. */
export function notifyTabInspected(): void {
  const told = new BroadcastChannel(channel);
  told.postMessage(null);
  told.close();
}

/**
 * Calls `then` whenever another tab comes to the front, the one in front turns to another page, or
 * Kindred comes to see more of it: by a click on its icon, or by a site that is given or taken.
 */
export function watchTab(then: () => void): void {
  browser.tabs.onActivated.addListener(() => then());
  browser.tabs.onUpdated.addListener((_, changed, tab) => {
    if (tab.active && (changed.status === 'complete' || changed.url !== undefined)) then();
  });
  browser.permissions.onAdded.addListener(() => then());
  browser.permissions.onRemoved.addListener(() => then());
  new BroadcastChannel(channel).onmessage = () => then();
}
