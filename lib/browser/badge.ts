import { browser } from 'wxt/browser';
import { badgeText } from '../topics/unread.ts';

/** Shows how many works are new on the reader's topics; nothing for none. */
export async function showBadge(unread: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#1a5a96' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text: badgeText(unread) });
}
