/**
 * The tab in which each topic of this browser session was created: a panel may undo the topics that
 * it created, and no others.
 */
import { browser } from 'wxt/browser';

const keyOf = (topicId: string) => `followed.${topicId}`;

/** `tabId` is null for Kindred's own pages. */
export async function recordTopicOrigin(topicId: string, tabId: number | null): Promise<void> {
  await browser.storage.session.set({ [keyOf(topicId)]: tabId ?? 'kindred' });
}

export async function wasCreatedFromTab(topicId: string, tabId: number | null): Promise<boolean> {
  const key = keyOf(topicId);
  return (await browser.storage.session.get(key))[key] === (tabId ?? 'kindred');
}
