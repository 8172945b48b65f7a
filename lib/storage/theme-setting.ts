/** The look the user chose, read by Kindred's own pages before they draw, without the background. */
import { browser } from 'wxt/browser';
import type { Settings } from '../user-data/settings.ts';
import { userDataKey } from './user-data-key.ts';

const key = userDataKey('settings');

interface Stored {
  data?: { theme?: Settings['theme'] };
}

const themeIn = (stored: unknown): Settings['theme'] => (stored as Stored | undefined)?.data?.theme;

/** `auto` or undefined where the page follows the system. */
export async function storedTheme(): Promise<Settings['theme']> {
  return themeIn((await browser.storage.local.get(key))[key]);
}

/** Calls back whenever the user chooses another. */
export function watchStoredTheme(changed: (theme: Settings['theme']) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (key in changes) changed(themeIn(changes[key]?.newValue));
  });
}
