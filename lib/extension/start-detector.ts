import { browser } from 'wxt/browser';

/** The site table comes first: the detector uses the one it finds. */
export const detectorScripts = ['/sites.js', '/content-scripts/detector.js'] as const;
export const detectorStyle = '/content-scripts/detector.css';

/**
 * Starts the detector in a tab, where the browser lets Kindred: after a click on its icon or on a
 * site that is granted. Where one runs already it stays the only one.
 */
export async function startDetector(tabId: number): Promise<void> {
  const target = { tabId };
  await browser.scripting.insertCSS({ target, files: [detectorStyle] });
  await browser.scripting.executeScript({ target, files: [...detectorScripts] });
}
