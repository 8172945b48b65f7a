import type { ImportPreview } from '../import-preview.ts';
import { MIN_ABSTRACT_LENGTH, pageItems } from './page-lines.ts';

export type Format = ImportPreview['format'];

/** How much of a text is examined, in characters. */
const examinedLength = 1_000_000;

/** The format of a text by its beginning; null for an unknown format. Never throws. */
export function recognizeFormat(text: string): Format | null {
  const start = text
    .slice(0, examinedLength)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('[')) return 'daily-papers-api';
  if (start.startsWith('{')) return formatOfObject(start);
  if (start.startsWith('<')) return /<feed[\s>]/.test(start.slice(0, 2_000)) ? 'arxiv-atom' : null;
  return looksLikePage(start) ? 'daily-papers-text' : null;
}

function formatOfObject(start: string): Format | null {
  if (/^\{\s*"format"\s*:\s*"kindred"/.test(start)) return 'kindred';
  if (/^\{\s*"dailyPapers"\s*:/.test(start)) return 'daily-papers-api';
  const firstLine = start.slice(0, start.indexOf('\n') === -1 ? undefined : start.indexOf('\n'));
  try {
    const json: unknown = JSON.parse(firstLine);
    if (typeof json !== 'object' || json === null) return null;
    if ('format' in json && json.format === 'kindred') return 'kindred';
    return 'dailyPapers' in json ? 'daily-papers-api' : 'json-lines';
  } catch {
    // A document of several lines that begins with another key, or a damaged first line.
    if (/"format"\s*:\s*"kindred"/.test(start)) return 'kindred';
    if (/"dailyPapers"\s*:\s*\[/.test(start)) return 'daily-papers-api';
    return /^\{.*\}\s*$/m.test(start) ? 'json-lines' : null;
  }
}

/** Whether there is an author line, or an abstract below a title. */
function looksLikePage(start: string): boolean {
  let isAfterShort = false;
  for (const item of pageItems(start)) {
    if (item.kind === 'authors') return true;
    if (item.kind === 'date') continue;
    if (item.text.length >= MIN_ABSTRACT_LENGTH && isAfterShort) return true;
    isAfterShort = item.text.length < MIN_ABSTRACT_LENGTH;
  }
  return false;
}
