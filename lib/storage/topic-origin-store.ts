/**
 * Which topics were made from which tab in this browser session, so that a page's panel can take
 * back what it made, and nothing else.
 */
import { browser } from 'wxt/browser';

const keyOf = (topicId: string) => `followed.${topicId}`;

export async function recordTopicOrigin(topicId: string, tabId: number | null): Promise<void> {
  await browser.storage.session.set({ [keyOf(topicId)]: tabId ?? 'kindred' });
}

export async function wasCreatedFromTab(topicId: string, tabId: number | null): Promise<boolean> {
  const key = keyOf(topicId);
  return (await browser.storage.session.get(key))[key] === (tabId ?? 'kindred');
}
