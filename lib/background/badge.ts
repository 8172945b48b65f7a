import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { UnreadSummary } from '../jobs/unread-summary.ts';
import type { Day } from '../time/days.ts';
import { badgeText } from '../topics/unread.ts';

const maxTopicNames = 5;

/**
 * Shows the number of unread papers, nothing for 0, and the names of their topics in the tooltip;
 * "!" where checks have failed for days.
 */
export async function showBadge(unread: UnreadSummary, failingSince: Day | null): Promise<void> {
  const isFailing = failingSince !== null;
  await browser.action.setBadgeBackgroundColor({ color: isFailing ? '#5f6368' : '#1a5a96' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text: isFailing ? '!' : badgeText(unread.total) });
  await browser.action.setTitle({ title: titleOf(unread, failingSince) });
}

function titleOf({ total, topics }: UnreadSummary, failingSince: Day | null): string {
  const lines = topics
    .slice(0, maxTopicNames)
    .map(({ name, count }) => i18n.t('badge.topic', [name, String(count)]));
  if (topics.length > maxTopicNames)
    lines.push(i18n.t('badge.more', [String(topics.length - maxTopicNames)]));
  const head = total > 0 ? i18n.t('badge.unread', total, [String(total)]) : i18n.t('extName');
  const failing = failingSince === null ? [] : [i18n.t('badge.failing', [failingSince])];
  return [head, ...lines, ...failing].join('\n');
}
