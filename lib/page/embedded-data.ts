/**
 * Papers in the data that a page's own scripts start from: Hugging Face's component properties and
 * IEEE Xplore's metadata object, neither of which has citation tags.
 */
import { bareArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import type { Day } from '../time/days.ts';
import { pageTextLimits, tidyText } from './page-text.ts';

/** A work as such data give it. */
export interface EmbeddedPaper {
  arxivId: string | null;
  doi: string | null;
  title: string | null;
  abstract: string | null;
  authors: string[];
  published: Day | null;
}

type Json = Record<string, unknown>;

const longest = 4_000_000;

/** The one paper that a paper page's data describe; `site` is its row in the site table. */
export function embeddedPaper(document: Document, site: string | null): EmbeddedPaper | null {
  const data = properties(document, '[data-target="PaperContent"],[data-target="PaperPage"]');
  if (data !== null) return huggingFacePaper(data);
  // Elsewhere no script is worth the time it takes to read them all.
  return site === 'ieee' ? ieeePaper(document) : null;
}

/** The papers that a listing's data hold. */
export function embeddedListing(document: Document): EmbeddedPaper[] {
  const entries = properties(document, '[data-target="DailyPapers"]')?.dailyPapers;
  return (Array.isArray(entries) ? entries.slice(0, 1000) : [])
    .map(huggingFacePaper)
    .filter((paper) => paper !== null);
}

function properties(document: Document, selector: string): Json | null {
  return parsed(document.querySelector(selector)?.getAttribute('data-props') ?? '');
}

function huggingFacePaper(entry: unknown): EmbeddedPaper | null {
  const paper = object(object(entry)?.paper);
  const arxivId = typeof paper?.id === 'string' ? bareArxivId(paper.id) : null;
  if (paper === null || arxivId === null) return null;
  const published = typeof paper.publishedAt === 'string' ? paper.publishedAt : '';
  return {
    arxivId,
    doi: null,
    title: text(paper.title, pageTextLimits.title),
    abstract: text(paper.summary, pageTextLimits.abstract),
    authors: names(paper.authors),
    published: /^\d{4}-\d\d-\d\dT/.test(published) ? published.slice(0, 10) : null,
  };
}

function ieeePaper(document: Document): EmbeddedPaper | null {
  const scripts = document.querySelectorAll('script:not([src])');
  for (let at = 0; at < Math.min(scripts.length, 60); at++) {
    const source = scripts[at]?.textContent ?? '';
    if (source.length > longest || !source.includes('xplGlobal.document.metadata')) continue;
    const data = parsed(
      /xplGlobal\.document\.metadata\s*=\s*(\{.*\})\s*;?\s*$/m.exec(source)?.[1] ?? '',
    );
    const title = text(data?.title, pageTextLimits.title);
    if (data === null || title === null) continue;
    return {
      arxivId: null,
      doi: typeof data.doi === 'string' ? parseDoi(data.doi) : null,
      title,
      abstract: text(data.abstract, pageTextLimits.abstract),
      authors: names(data.authors),
      published: null,
    };
  }
  return null;
}

function names(authors: unknown): string[] {
  return (Array.isArray(authors) ? authors : [])
    .slice(0, pageTextLimits.authors)
    .map((author) => text(object(author)?.name, pageTextLimits.author))
    .filter((name) => name !== null);
}

function parsed(json: string): Json | null {
  if (json.length > longest) return null;
  try {
    return object(JSON.parse(json));
  } catch {
    return null;
  }
}

function object(value: unknown): Json | null {
  return typeof value === 'object' && value !== null ? (value as Json) : null;
}

function text(value: unknown, limit: number): string | null {
  return typeof value === 'string' ? tidyText(value, limit) : null;
}
