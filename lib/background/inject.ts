import { browser } from 'wxt/browser';
import { installHosts } from '../page/hosts.ts';

const panelScript = '/content-scripts/panel.js';
const listingScript = '/content-scripts/listing.js';
const detectorScript = '/content-scripts/detector.js';
const detectorStyle = '/content-scripts/detector.css';

/** Injects the panel into a tab, for its detector. */
export const injectPanel = (tabId: number): Promise<void> => inject(tabId, panelScript);

/** Injects the script that draws listing labels into a tab, for its detector. */
export const injectListing = (tabId: number): Promise<void> => inject(tabId, listingScript);

async function inject(
  tabId: number,
  file: typeof panelScript | typeof listingScript,
): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId },
    files: [file],
    injectImmediately: true,
  });
}

/**
 * Starts the detector in tabs that were open before Kindred was installed or updated. Firefox runs
 * content scripts in them; Chromium does not.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  if (!import.meta.env.FIREFOX) await startDetectors();
}

/** Starts the detector in every open tab of the install hosts, unless it runs there. */
export async function startDetectors(): Promise<void> {
  const tabs = await browser.tabs.query({ url: installHosts });
  await Promise.all(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded) return;
      const target = { tabId: id };
      try {
        await browser.scripting.insertCSS({ target, files: [detectorStyle] });
        await browser.scripting.executeScript({ target, files: [detectorScript] });
      } catch {
        // Fails in tabs that show an error page or were closed in the meantime.
      }
    }),
  );
}
