import { i18n } from '#i18n';
import type { DigestGroup } from '../../lib/answers/reader/reader-answers.ts';
import { formatDate, formatMonth, formatRecentDay } from '../format.ts';
import type { ReaderLocation } from './reader-hash.ts';

const sourceWords: Record<string, () => string> = {
  'daily-papers': () => i18n.t('storage.dailyPapers'),
  arxiv: () => i18n.t('storage.arxiv'),
  file: () => i18n.t('storage.file'),
  starter: () => i18n.t('storage.starter'),
};

/** A group's heading. */
export function formatGroupLabel(
  { key, name }: DigestGroup,
  by: ReaderLocation['by'],
  now: Date,
): string {
  if (name !== null) return name;
  if (key === '') return i18n.t('latest.undated');
  if (by === 'week') return i18n.t('reader.week', [formatDate(key)]);
  if (by === 'month') return formatMonth(`${key}-01`);
  if (by === 'source') return sourceWords[key]?.() ?? key;
  const recent = formatRecentDay(key, now);
  return recent === formatDate(key) ? recent : i18n.t('reader.day', [recent, formatDate(key)]);
}
