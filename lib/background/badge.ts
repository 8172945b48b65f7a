import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { UnreadSummary } from '../jobs/unread-summary.ts';
import type { Day } from '../time/days.ts';
import { badgeText } from '../topics/unread.ts';

const named = 5;

/**
 * Shows how many works are new on the user's topics, nothing for none, with the topics' names in
 * the tooltip; another sign where nothing could be checked for days.
 */
export async function showBadge(news: UnreadSummary, failingSince: Day | null): Promise<void> {
  const failing = failingSince !== null;
  await browser.action.setBadgeBackgroundColor({ color: failing ? '#5f6368' : '#1a5a96' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text: failing ? '!' : badgeText(news.total) });
  await browser.action.setTitle({ title: titleOf(news, failingSince) });
}

function titleOf({ total, topics }: UnreadSummary, failingSince: Day | null): string {
  const lines = topics
    .slice(0, named)
    .map(({ name, count }) => i18n.t('badge.topic', [name, String(count)]));
  if (topics.length > named) lines.push(i18n.t('badge.more', [String(topics.length - named)]));
  const head = total > 0 ? i18n.t('badge.unread', total, [String(total)]) : i18n.t('extName');
  const failing = failingSince === null ? [] : [i18n.t('badge.failing', [failingSince])];
  return [head, ...lines, ...failing].join('\n');
}
