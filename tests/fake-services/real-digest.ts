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
  const entries = datedEntries(gunzipSync(readFileSync(file)).toString('utf8'));
  const last = weekdaysBefore(today, 1)[0] as string;
  const week = 7 * 86_400_000;
  const weeks = Math.floor((Date.parse(last) - Date.parse(newestDay(entries))) / week);
  return entries.map((entry) => samplePaper(entry, shiftDay(entry.date, weeks * 7)));
}

/**
 * The papers of JSON Lines that have a listing day, on that day, and the newest of these days.
 * Null where the text is no JSON Lines or no paper has a day.
 */
export function listedPapers(text: string): { papers: SamplePaper[]; newest: string } | null {
  let entries: DatedEntry[];
  try {
    entries = datedEntries(text);
  } catch {
    return null;
  }
  if (entries.length === 0) return null;
  const papers = entries.map((entry) => samplePaper(entry, entry.date));
  return { papers, newest: newestDay(entries) };
}

type DatedEntry = RealEntry & { date: string };

function datedEntries(text: string): DatedEntry[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.map((line) => JSON.parse(line) as RealEntry);
  return entries.filter((entry): entry is DatedEntry => Boolean(entry.date));
}

const newestDay = (entries: DatedEntry[]): string =>
  entries.reduce((newest, { date }) => (date > newest ? date : newest), '');

function samplePaper(entry: RealEntry, day: string): SamplePaper {
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
}
