/** Opens and closes Kindred's own pages, and reads what the browser knows about the extension. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../paper/paper.ts';

/** `0.1.0` */
export const extensionVersion = (): string => browser.runtime.getManifest().version;

async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path as never) });
}

/** Opens the welcome page. */
export const openWelcome = (): Promise<void> => openPage('/welcome.html');

/** Opens the reader page. */
export const openReader = (): Promise<void> => openPage('/reader.html');

/** Opens the reader page at the map around a paper. */
export async function openMap(of: PaperId): Promise<void> {
  const hash = new URLSearchParams({ page: 'map', of });
  await openPage(`/reader.html#${hash}`);
}

/** Whether the icon is pinned to the toolbar; null where the browser cannot say. */
export async function isOnToolbar(): Promise<boolean | null> {
  return (await browser.action.getUserSettings?.())?.isOnToolbar ?? null;
}

/** Closes the tab of this page. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
