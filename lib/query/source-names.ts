/** The names of sources in queries. */
import type { Source } from '../paper/paper.ts';

const names: Readonly<Record<string, Source>> = {
  'daily-papers': 'daily-papers',
  dailypapers: 'daily-papers',
  daily: 'daily-papers',
  hf: 'daily-papers',
  huggingface: 'daily-papers',
  arxiv: 'arxiv',
  file: 'file',
  import: 'file',
  imported: 'file',
  starter: 'starter',
};

/** The source of a name; null when there is none. */
export function sourceNamed(name: string): Source | null {
  const key = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return Object.hasOwn(names, key) ? (names[key] ?? null) : null;
}
