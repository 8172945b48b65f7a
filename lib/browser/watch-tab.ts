import { browser } from 'wxt/browser';

/** Calls `then` whenever another tab comes to the front or the one in front turns to another page. */
export function watchTab(then: () => void): void {
  browser.tabs.onActivated.addListener(() => then());
  browser.tabs.onUpdated.addListener((_, changed, tab) => {
    if (tab.active && (changed.status === 'complete' || changed.url !== undefined)) then();
  });
}
