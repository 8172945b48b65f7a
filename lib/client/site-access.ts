import { browser } from 'wxt/browser';
import type { SiteAccess } from '../page/site-access.ts';

/** The browser's own permissions, for Kindred's pages. The background registers what follows. */
export const siteAccess: SiteAccess = {
  async granted() {
    return (await browser.permissions.getAll()).origins ?? [];
  },
  request: (origins) => browser.permissions.request({ origins: [...origins] }),
  remove: (origins) => browser.permissions.remove({ origins: [...origins] }),
};

/** Opens the browser's page about Kindred, where access to files is switched on (Chromium). */
export async function openFileSwitch(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}
