import { i18n } from '#i18n';
import type { DigestGroup } from '../../lib/answers/reader/reader-answers.ts';
import { dateWords, monthWords, recentDayWords } from '../format.ts';
import type { ReaderPlace } from './reader-hash.ts';

const sourceWords: Record<string, () => string> = {
  'daily-papers': () => i18n.t('storage.dailyPapers'),
  arxiv: () => i18n.t('storage.arxiv'),
  file: () => i18n.t('storage.file'),
  starter: () => i18n.t('storage.starter'),
};

/** A group's heading. */
export function groupWords({ key, name }: DigestGroup, by: ReaderPlace['by'], now: Date): string {
  if (name !== null) return name;
  if (key === '') return i18n.t('latest.undated');
  if (by === 'week') return i18n.t('reader.week', [dateWords(key)]);
  if (by === 'month') return monthWords(`${key}-01`);
  if (by === 'source') return sourceWords[key]?.() ?? key;
  const recent = recentDayWords(key, now);
  return recent === dateWords(key) ? recent : i18n.t('reader.day', [recent, dateWords(key)]);
}
