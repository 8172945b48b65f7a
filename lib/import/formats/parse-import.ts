/** Parses any text that the user imports, by its format. */
import { parseArxivAtom } from '../../digest/arxiv-atom.ts';
import { parseDailyPapers, type RejectedItem } from '../../digest/daily-papers-api.ts';
import type { Claim } from '../../paper/paper.ts';
import { type PageTextOptions, parseDailyPapersText } from './daily-papers-text.ts';
import { parseJsonLines } from './json-lines.ts';
import { type ExportedUserData, parseKindredFile } from './kindred-file.ts';
import type { ParsedPapers } from './parsed.ts';
import { type Format, recognizeFormat } from './recognize-format.ts';

export interface ParsedImport extends ParsedPapers {
  format: Format;
  /** The user data of Kindred's own file; null in other formats. */
  userData: ExportedUserData | null;
  /** For the text of a page: the year assumed for dates without one. */
  assumedYear: number | null;
}

/** Where the text cannot be read, `message` is a sentence for the user. */
type ImportOutcome = { ok: true; parsed: ParsedImport } | { ok: false; message: string };

const unknownFormat =
  'Kindred cannot read this. It reads text copied from a Daily Papers page, answers of the Daily Papers API, JSON Lines, Atom feeds of arXiv, and its own exported file. Nothing was changed.';

/** Never throws. */
export function parseImport(text: string, options: PageTextOptions): ImportOutcome {
  const format = recognizeFormat(text);
  const none = { userData: null, assumedYear: null };
  switch (format) {
    case 'daily-papers-text':
      return { ok: true, parsed: { ...none, format, ...parseDailyPapersText(text, options) } };
    case 'json-lines':
      return { ok: true, parsed: { ...none, format, ...parseJsonLines(text, options.now) } };
    case 'daily-papers-api':
      return parseApiFile(text, options.now);
    case 'arxiv-atom': {
      const feed = parseArxivAtom(text.replace(/^\ufeff/, ''), options.now);
      return outcomeOf(feed, format);
    }
    case 'kindred': {
      const file = parseKindredFile(text);
      if (!file.ok) return file;
      const { userData, refused } = file;
      return { ok: true, parsed: { ...none, format, claims: [], refused, userData } };
    }
    case null:
      return { ok: false, message: unknownFormat };
  }
}

function parseApiFile(text: string, now: string): ImportOutcome {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return {
      ok: false,
      message: 'This file is cut off or damaged: it is not complete JSON. Nothing was changed.',
    };
  }
  return outcomeOf(parseDailyPapers(json, null, now), 'daily-papers-api');
}

/** The source of every imported claim is the file, whatever its format. */
function outcomeOf(
  parsed: { claims: Claim[]; refused: RejectedItem[] } | { error: string },
  format: Format,
): ImportOutcome {
  if ('error' in parsed) return { ok: false, message: `${parsed.error} Nothing was changed.` };
  return {
    ok: true,
    parsed: {
      format,
      claims: parsed.claims.map((claim) => ({ ...claim, source: 'file' })),
      refused: parsed.refused.map(({ index, reason }) => ({
        line: index + 1,
        reason,
        excerpt: '',
      })),
      userData: null,
      assumedYear: null,
    },
  };
}
