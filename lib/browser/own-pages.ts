/** Kindred's own pages, and what the manifest says of them. */
import { browser } from 'wxt/browser';

/** `0.1.0` */
export const ownVersion = (): string => browser.runtime.getManifest().version;

/** Opens the screen that is shown after the installation. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as never) });
}
