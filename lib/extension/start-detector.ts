import { browser } from 'wxt/browser';

/** The site table runs first, since the detector uses the one it finds. */
export const detectorScripts = ['/sites.js', '/content-scripts/detector.js'] as const;
export const detectorStyle = '/content-scripts/detector.css';

/**
 * Starts the detector in a tab; a second one in the same page ends at once. Rejects where the browser
 * grants no access: neither by a click on the icon nor by a permission for the site.
 */
export async function startDetector(tabId: number): Promise<void> {
  const target = { tabId };
  await browser.scripting.insertCSS({ target, files: [detectorStyle] });
  await browser.scripting.executeScript({ target, files: [...detectorScripts] });
}
