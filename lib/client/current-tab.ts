import { browser } from 'wxt/browser';
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

/** In end-to-end builds a page opened as a tab is told which tab it would have belonged to. */
function namedTab(): number | null {
  if (import.meta.env.MODE !== 'e2e') return null;
  const id = new URLSearchParams(location.search).get('tabId');
  return id === null ? null : Number(id);
}

async function currentTab() {
  const named = namedTab();
  const tabs = await browser.tabs.query(
    named === null ? { active: true, currentWindow: true } : {},
  );
  return named === null ? tabs[0] : tabs.find(({ id }) => id === named);
}

/** The verdict of the detector in a tab; null where none runs. */
async function toldBy(tabId: number): Promise<Detection | null> {
  return (await browser.tabs.sendMessage(tabId, getDetectionMessage).catch(() => null)) ?? null;
}

async function detectionOf(tabId: number, url: string | undefined): Promise<Detection | null> {
  const told = await toldBy(tabId);
  if (told !== null) return told;
  // Opening the popup is the click that lets Kindred look; a side panel may be refused here.
  const started = await startDetector(tabId).then(
    () => toldBy(tabId),
    () => null,
  );
  return started ?? (url === undefined ? null : detectAddress(sites, url));
}

interface HostAccessRequests {
  addHostAccessRequest?(request: { tabId: number }): Promise<void>;
}

/**
 * Has the browser ask, beside the address bar, whether Kindred may always read the site in front;
 * null where the browser has no such question (Chromium 133 and later have). Needs no address.
 */
export function siteRequest(): (() => Promise<void>) | null {
  const permissions = browser.permissions as HostAccessRequests;
  if (permissions.addHostAccessRequest === undefined) return null;
  return async () => {
    const tab = await currentTab();
    if (tab?.id !== undefined) await permissions.addHostAccessRequest?.({ tabId: tab.id });
  };
}

async function filesHiddenFor(url: string | undefined): Promise<boolean> {
  if (import.meta.env.FIREFOX || (url !== undefined && !url.startsWith('file:'))) return false;
  return !(await browser.extension.isAllowedFileSchemeAccess());
}

/**
 * What the tab in front shows, for popup and side panel: the detector's verdict where one runs or
 * may be started, else the verdict on the tab's address (Firefox runs no script in its PDF viewer).
 */
export async function currentPage(): Promise<TabPage | null> {
  const tab = await currentTab();
  if (tab?.id === undefined) return null;
  const { url } = tab;
  const [detection, origins, filesHidden] = await Promise.all([
    detectionOf(tab.id, url),
    siteAccess.granted(),
    filesHiddenFor(url),
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
