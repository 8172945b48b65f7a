import type { ImportPreview } from '../import-preview.ts';
import { pageItems } from './page-lines.ts';

export type Format = ImportPreview['format'];

/** How much of a text is looked at. */
const beginning = 1_000_000;

/** The format by the text's beginning; null when it is none of them. Never throws. */
export function recognizeFormat(text: string): Format | null {
  const start = text
    .slice(0, beginning)
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
    // A document over several lines whose first key is another one, or a damaged first line.
    if (/"format"\s*:\s*"kindred"/.test(start)) return 'kindred';
    if (/"dailyPapers"\s*:\s*\[/.test(start)) return 'daily-papers-api';
    return /^\{.*\}\s*$/m.test(start) ? 'json-lines' : null;
  }
}

/** A page shows an author line or date, or at least an abstract below a title. */
function looksLikePage(start: string): boolean {
  let shortBefore = false;
  for (const item of pageItems(start)) {
    if (item.kind === 'authors') return true;
    if (item.kind === 'date') continue;
    if (item.text.length >= 160 && shortBefore) return true;
    shortBefore = item.text.length < 160;
  }
  return false;
}
