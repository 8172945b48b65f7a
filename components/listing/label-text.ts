import { i18n } from '#i18n';
import type { LineMark } from '../../lib/answers/related/listing-label.ts';
import { dateWords, dottedWords, listWords, numberWords } from '../format.ts';

/** What a mark on a listing says of its paper. */
export function markWords({ listed, day, upvotes, read, topics }: LineMark): string {
  const parts: string[] = [];
  if (listed)
    parts.push(day ? i18n.t('listed.dayUpvotes', [dateWords(day)]) : i18n.t('listed.plain'));
  if (listed && upvotes !== null)
    parts.push(i18n.t('paper.upvotes', upvotes, [numberWords(upvotes)]));
  if (topics.length > 0) parts.push(i18n.t('marks.topics', topics.length, [listWords(topics)]));
  if (read) parts.push(i18n.t('paper.read'));
  return dottedWords(parts);
}

/** What a click on that mark does. */
export const markAction = ({ read }: LineMark): string =>
  i18n.t(read ? 'paper.markUnread' : 'paper.markRead');

/** What its second button does. */
export const markFollow = (): string => i18n.t('like.ask');
