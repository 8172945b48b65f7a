/** The hint, shown once, to pin the icon: when the user follows a topic and the icon is hidden. */
import { browser } from 'wxt/browser';
import type { Background } from '../messages/contract.ts';

const key = 'pinHintShown';

/** For the popup. Not every browser says whether the icon is pinned. */
export async function wantsPinHint(background: Background): Promise<boolean> {
  const settings = await browser.action.getUserSettings?.();
  if (settings?.isOnToolbar !== false) return false;
  if ((await browser.storage.local.get(key))[key]) return false;
  return (await background.topics({})).length > 0;
}

/** For the background: the user has seen the hint. */
export async function storePinHintSeen(): Promise<void> {
  await browser.storage.local.set({ [key]: true });
}
