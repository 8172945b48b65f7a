import { browser } from 'wxt/browser';

/** Opens an address in a tab of its own, in front unless `background`. */
export async function openLink(url: string, where: { background: boolean }): Promise<void> {
  await browser.tabs.create({ url, active: !where.background });
}

/** Opens Kindred's options. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
