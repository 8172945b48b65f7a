import { browser } from 'wxt/browser';

const channelName = 'kindred.looked';

/** To be called by the popup: the click on the icon gave Kindred's other views access to the tab too. */
export function notifyTabInspected(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/**
 * Calls `changed` whenever another tab comes to the front, the tab in front loads another page, or
 * Kindred gains or loses access to it: by a click on its icon, or by a permission.
 */
export function watchTab(changed: () => void): void {
  browser.tabs.onActivated.addListener(() => changed());
  browser.tabs.onUpdated.addListener((_, { status, url }, tab) => {
    if (tab.active && (status === 'complete' || url !== undefined)) changed();
  });
  browser.permissions.onAdded.addListener(() => changed());
  browser.permissions.onRemoved.addListener(() => changed());
  new BroadcastChannel(channelName).onmessage = () => changed();
}
