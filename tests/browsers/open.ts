import { openChromium } from './chromium.ts';
import type { ExtensionBrowser, OpenOptions } from './extension-browser.ts';
import { type BrowserName, findBrowser } from './find.ts';
import { openFirefox } from './firefox.ts';

/** Opens a browser of this machine. Throws a sentence where there is none. */
export async function openBrowser(
  name: BrowserName,
  options: OpenOptions,
): Promise<ExtensionBrowser> {
  const found = findBrowser(name);
  if (found.path === null) throw new Error(found.reason);
  const open = name === 'chromium' ? openChromium : openFirefox;
  return open(found.path, options);
}
