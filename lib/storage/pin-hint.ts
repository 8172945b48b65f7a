/**
 * Whether to show, once, how to keep the icon on the toolbar: when the user follows a topic and
 * the browser says that the icon is out of sight.
 */
import { browser } from 'wxt/browser';
import type { Background } from '../messages/contract.ts';

const key = 'pinHintShown';

/** For the popup, which alone is asked where its icon is. */
export async function wantsPinHint(background: Background): Promise<boolean> {
  const settings = await browser.action.getUserSettings?.();
  if (settings?.isOnToolbar !== false) return false;
  if ((await browser.storage.local.get(key))[key]) return false;
  return (await background.topics({})).length > 0;
}

/** For the background: the user has seen it. */
export async function storePinHintSeen(): Promise<void> {
  await browser.storage.local.set({ [key]: true });
}
