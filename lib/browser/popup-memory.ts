/**
 * How the popup was left, for this browser session and ten minutes; never from a private window.
 */
import { browser } from 'wxt/browser';

const key = 'popup';
const keptMs = 600_000;

const isPrivate = async () => (await browser.windows.getCurrent()).incognito;

/** The state the popup was left in less than ten minutes ago, or null. */
export async function readPopupMemory<T>(now: Date): Promise<T | null> {
  const kept = (await browser.storage.session.get(key))[key] as
    | { at: number; state: T }
    | undefined;
  if (!kept || now.getTime() - kept.at > keptMs || (await isPrivate())) return null;
  return kept.state;
}

/** Keeps the state the popup is in. */
export async function writePopupMemory<T>(state: T, now: Date): Promise<void> {
  if (await isPrivate()) return;
  await browser.storage.session.set({ [key]: { at: now.getTime(), state } });
}
