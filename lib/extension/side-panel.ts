import { browser } from 'wxt/browser';

/** Chromium's side panel and Firefox's sidebar, each absent in the other. */
interface Beside {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens Kindred beside the page. Browsers allow that in the user's own click alone, before anything
 * is waited for; where one refuses, nothing happens.
 */
export async function openSidePanel(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = browser as Beside;
  const opening =
    sidePanel !== undefined && windowId !== undefined
      ? sidePanel.open({ windowId })
      : sidebarAction?.open();
  await opening?.catch(() => undefined);
}
