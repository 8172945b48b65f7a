/** Kindred's own pages, and what the browser says of Kindred. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../paper/paper.ts';

/** `0.1.0` */
export const extensionVersion = (): string => browser.runtime.getManifest().version;

/** Opens the screen that is shown after the installation. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as never) });
}

/** Opens the whole digest in a tab. */
export async function openReader(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/reader.html' as never) });
}

/** Opens the map around a paper in a tab. */
export async function openMap(of: PaperId): Promise<void> {
  const hash = new URLSearchParams({ page: 'map', of });
  await browser.tabs.create({ url: browser.runtime.getURL(`/reader.html#${hash}` as never) });
}

/** Whether the icon is in sight; null where the browser does not tell. */
export async function isOnToolbar(): Promise<boolean | null> {
  return (await browser.action.getUserSettings?.())?.isOnToolbar ?? null;
}

/** Closes the tab that this page is in. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
