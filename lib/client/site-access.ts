import { browser } from 'wxt/browser';
import type { SiteAccess } from '../page/site-access.ts';

/** Host permissions, for Kindred's pages. The background registers content scripts when they change. */
export const siteAccess: SiteAccess = {
  async granted() {
    return (await browser.permissions.getAll()).origins ?? [];
  },
  request: (origins) => browser.permissions.request({ origins: [...origins] }),
  remove: (origins) => browser.permissions.remove({ origins: [...origins] }),
};

/** Opens the browser's page about Kindred, where access to files is turned on (Chromium only). */
export async function openFileSwitch(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}
