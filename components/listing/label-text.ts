import { i18n } from '#i18n';
import type { ListingLabel } from '../../lib/answers/related/listing-label.ts';
import { formatDate, formatList, formatNumber, joinWithDots } from '../format.ts';

/** What the label of a listing says about its paper. */
export function labelText({ listed, day, upvotes, read, topics }: ListingLabel): string {
  const parts: string[] = [];
  if (listed)
    parts.push(day ? i18n.t('listed.dayUpvotes', [formatDate(day)]) : i18n.t('listed.plain'));
  if (listed && upvotes !== null)
    parts.push(i18n.t('paper.upvotes', upvotes, [formatNumber(upvotes)]));
  if (topics.length > 0) parts.push(i18n.t('marks.topics', topics.length, [formatList(topics)]));
  if (read) parts.push(i18n.t('paper.read'));
  return joinWithDots(parts);
}

/** What a click on that label does. */
export const labelAction = ({ read }: ListingLabel): string =>
  i18n.t(read ? 'paper.markUnread' : 'paper.markRead');

/** What its second button does. */
export const labelFollow = (): string => i18n.t('like.ask');
