import { i18n } from '#i18n';
import type { Source } from '../../lib/paper/paper.ts';

const names = {
  'daily-papers': 'storage.dailyPapers',
  arxiv: 'storage.arxiv',
  file: 'storage.file',
  starter: 'storage.starter',
} as const satisfies Record<Source, string>;

/** A source's name: `Daily Papers`. */
export const formatSource = (source: Source): string => i18n.t(names[source]);
