/** The popup's last state, for this browser session and ten minutes; never in private windows. */
import { browser } from 'wxt/browser';

const key = 'popup';
const lifetimeMs = 600_000;

/** A popup belongs to no tab, so the background cannot tell that its window is private. */
export const inPrivateWindow = async () => (await browser.windows.getCurrent()).incognito;

/** The state that the popup was closed in, or null after ten minutes. */
export async function readPopupState<T>(now: Date): Promise<T | null> {
  const stored = (await browser.storage.session.get(key))[key] as
    | { at: number; state: T }
    | undefined;
  if (!stored || now.getTime() - stored.at > lifetimeMs || (await inPrivateWindow())) return null;
  return stored.state;
}

/** For the background: stores the popup's current state. */
export async function storePopupState<T>(state: T, now: Date): Promise<void> {
  await browser.storage.session.set({ [key]: { at: now.getTime(), state } });
}
