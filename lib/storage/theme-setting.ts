/** The user's theme, which Kindred's own pages read before they draw, without the background. */
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

/** Calls back whenever the settings change. */
export function watchStoredTheme(onChange: (theme: Settings['theme']) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (key in changes) onChange(themeIn(changes[key]?.newValue));
  });
}
