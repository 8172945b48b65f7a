import { browser } from 'wxt/browser';

/** Opens a URL in a new tab, in front unless `background`. */
export async function openLink(url: string, where: { background: boolean }): Promise<void> {
  await browser.tabs.create({ url, active: !where.background });
}

/** Opens the options page. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
