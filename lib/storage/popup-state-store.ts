/**
 * How the popup was left, for this browser session and ten minutes; never from a private window.
 */
import { browser } from 'wxt/browser';

const key = 'popup';
const keptMs = 600_000;

/** A popup belongs to no tab, so the background cannot tell that its window is private. */
export const inPrivateWindow = async () => (await browser.windows.getCurrent()).incognito;

/** The state the popup was left in less than ten minutes ago, or null. */
export async function readPopupState<T>(now: Date): Promise<T | null> {
  const kept = (await browser.storage.session.get(key))[key] as
    | { at: number; state: T }
    | undefined;
  if (!kept || now.getTime() - kept.at > keptMs || (await inPrivateWindow())) return null;
  return kept.state;
}

/** For the background: keeps the state the popup is in. */
export async function storePopupState<T>(state: T, now: Date): Promise<void> {
  await browser.storage.session.set({ [key]: { at: now.getTime(), state } });
}
