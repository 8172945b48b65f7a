import { browser } from 'wxt/browser';
import { frontTabOfTest } from '../extension/e2e-seam.ts';
import { startDetector } from '../extension/start-detector.ts';
import { getDetectionMessage } from '../messages/get-detection-message.ts';
import { detectAddress } from '../page/address.ts';
import { covers } from '../page/match-pattern.ts';
import { possiblePdf } from '../page/pdf-address.ts';
import type { TabPage } from '../page/site-access.ts';
import { siteGroupOf } from '../page/site-groups.ts';
import { sites } from '../page/sites/table.ts';
import type { Detection } from '../paper/paper.ts';
import { siteAccess } from './site-access.ts';

async function currentTab() {
  const id = frontTabOfTest();
  const tabs = await browser.tabs.query(id === null ? { active: true, currentWindow: true } : {});
  return id === null ? tabs[0] : tabs.find((tab) => tab.id === id);
}

/** Asks the detector in a tab; null where none runs. */
async function askDetector(tabId: number): Promise<Detection | null> {
  return (await browser.tabs.sendMessage(tabId, getDetectionMessage).catch(() => null)) ?? null;
}

async function detectionOf(tabId: number, url: string | undefined): Promise<Detection | null> {
  const detection = await askDetector(tabId);
  if (detection !== null) return detection;
  // The click that opens the popup grants access to the tab; a side panel may be refused here.
  const started = await startDetector(tabId).then(
    () => askDetector(tabId),
    () => null,
  );
  return started ?? (url === undefined ? null : detectAddress(sites, url));
}

/** Tabs are asked in turn, so that many open tabs do not delay the answer. */
const maxTabs = 20;

/**
 * Returns the detection on the page that the user looked at last in this window, for a page that is
 * itself in front. Starts no detector; null where none runs.
 */
export async function lastDetection(): Promise<Detection | null> {
  const tabs = await browser.tabs.query({ currentWindow: true });
  tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  for (const { id } of tabs.slice(0, maxTabs)) {
    const detection = id === undefined ? null : await askDetector(id);
    if (detection !== null) return detection;
  }
  return null;
}

interface HostAccessRequests {
  addHostAccessRequest?(request: { tabId: number }): Promise<void>;
}

/**
 * Returns what makes the browser ask, beside the address bar, whether Kindred may always read the site
 * in front. It needs no URL. Null where the browser cannot: only Chromium 133 and later have
 * https://developer.chrome.com/docs/extensions/reference/api/permissions#method-addHostAccessRequest
 */
export function siteRequest(): (() => Promise<void>) | null {
  const permissions = browser.permissions as HostAccessRequests;
  if (permissions.addHostAccessRequest === undefined) return null;
  return async () => {
    const tab = await currentTab();
    if (tab?.id !== undefined) await permissions.addHostAccessRequest?.({ tabId: tab.id });
  };
}

async function areFilesHidden(url: string | undefined): Promise<boolean> {
  if (import.meta.env.FIREFOX || (url !== undefined && !url.startsWith('file:'))) return false;
  return !(await browser.extension.isAllowedFileSchemeAccess());
}

/**
 * Returns what the tab in front shows, for the popup and side panel: the detector's verdict where one
 * runs or can be started, else the verdict on the URL (Firefox runs no script in its PDF viewer).
 */
export async function currentPage(): Promise<TabPage | null> {
  const tab = await currentTab();
  if (tab?.id === undefined) return null;
  const { url } = tab;
  const [detection, origins, filesHidden] = await Promise.all([
    detectionOf(tab.id, url),
    siteAccess.granted(),
    areFilesHidden(url),
  ]);
  const family = url === undefined ? null : siteGroupOf(url);
  const isPaper = detection?.kind === 'paper';
  return {
    key: `${tab.id} ${url?.split('#')[0] ?? ''}`,
    detection,
    possiblePdf: url === undefined || isPaper ? null : possiblePdf(url, tab.title),
    siteGroup: family,
    isGranted: family?.origins.every((origin) => covers(origins, origin)) ?? false,
    areFilesHidden: filesHidden,
    isAddressHidden: url === undefined && detection === null,
  };
}
