import { i18n } from '#i18n';
import type { DigestGroup } from '../../lib/answers/reader/reader-answers.ts';
import type { Source } from '../../lib/paper/paper.ts';
import { formatDate, formatMonth, formatRecentDay } from '../format.ts';
import { formatSource } from '../shared/format-source.ts';
import type { ReaderLocation } from './reader-hash.ts';

/** The heading of a group: a topic's name, a day, week or month, or a source. */
export function formatGroupLabel(
  { key, name }: DigestGroup,
  by: ReaderLocation['by'],
  now: Date,
): string {
  if (name !== null) return name;
  if (key === '') return i18n.t('latest.undated');
  if (by === 'week') return i18n.t('reader.week', [formatDate(key)]);
  if (by === 'month') return formatMonth(`${key}-01`);
  if (by === 'source') return formatSource(key as Source);
  const recent = formatRecentDay(key, now);
  return recent === formatDate(key) ? recent : i18n.t('reader.day', [recent, formatDate(key)]);
}
