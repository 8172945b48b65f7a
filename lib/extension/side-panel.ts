import { browser } from 'wxt/browser';

/** Chromium has a side panel, Firefox a sidebar. */
interface SidePanelApis {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel. Browsers allow that only in the user's click, before anything is awaited;
 * where one refuses, nothing happens.
 */
export async function openSidePanel(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = browser as SidePanelApis;
  const opening =
    sidePanel !== undefined && windowId !== undefined
      ? sidePanel.open({ windowId })
      : sidebarAction?.open();
  await opening?.catch(() => undefined);
}
