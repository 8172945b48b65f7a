import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type SamplePaper, shiftDay, weekdaysBefore } from './sample-papers.ts';

interface RealEntry {
  id: string;
  title: string;
  abstract: string;
  authors?: string[];
  date?: string;
  published?: string;
  upvotes?: number;
  comments?: number;
  ai_keywords?: string[];
  categories?: string[];
  github?: string;
  project?: string;
}

/**
 * Real Daily Papers entries (JSON Lines, gzip), moved by whole weeks so that the newest day lies
 * within the week before `today`. Null where the file is absent.
 */
export function realDigest(file: string, today: string): SamplePaper[] | null {
  if (!existsSync(file)) return null;
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as RealEntry).filter((entry) => entry.date);
  const newest = entries.reduce((max, { date }) => (date && date > max ? date : max), '');
  const last = weekdaysBefore(today, 1)[0] as string;
  const week = 7 * 86_400_000;
  const weeks = Math.floor((Date.parse(last) - Date.parse(newest)) / week);
  return entries.map((entry) => {
    const day = shiftDay(entry.date as string, weeks * 7);
    return {
      id: entry.id,
      field: entry.categories?.[0] ?? 'unknown',
      category: entry.categories?.[0] ?? 'cs.LG',
      title: entry.title,
      abstract: entry.abstract,
      authors: entry.authors ?? [],
      published: entry.published?.slice(0, 10) ?? day,
      listedAt: `${day}T04:00:00.000Z`,
      upvotes: entry.upvotes ?? 0,
      comments: entry.comments ?? 0,
      aiSummary: null,
      keywords: entry.ai_keywords ?? [],
      github: entry.github ?? null,
      project: entry.project ?? null,
    };
  });
}
