/**
 * Papers in the data that a page's own scripts start from: Hugging Face's component properties and
 * IEEE Xplore's metadata object. Neither site has citation tags.
 */
import { bareArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import type { PagePaper } from '../paper/paper.ts';
import { limits } from '../text/sanitize.ts';
import { firstElements } from './elements.ts';
import { tidyText } from './page-text.ts';

type EmbeddedPaper = Omit<PagePaper, 'site' | 'view'>;

type Json = Record<string, unknown>;

const maxDataLength = 4_000_000;

/** The paper that the data of a paper page describe; `site` is the page's row in the site table. */
export function embeddedPaper(document: Document, site: string | null): EmbeddedPaper | null {
  const data = properties(document, '[data-target="PaperContent"],[data-target="PaperPage"]');
  if (data !== null) return huggingFacePaper(data);
  // Reading all scripts is slow, so it is done on one site only.
  return site === 'ieee' ? ieeePaper(document) : null;
}

/** The papers in the data of a listing. */
export function embeddedListing(document: Document): EmbeddedPaper[] {
  const entries = properties(document, '[data-target="DailyPapers"]')?.dailyPapers;
  return (Array.isArray(entries) ? entries.slice(0, 1000) : [])
    .map(huggingFacePaper)
    .filter((paper) => paper !== null);
}

function properties(document: Document, selector: string): Json | null {
  return parseObject(document.querySelector(selector)?.getAttribute('data-props') ?? '');
}

function huggingFacePaper(entry: unknown): EmbeddedPaper | null {
  const paper = asObject(asObject(entry)?.paper);
  const arxivId = typeof paper?.id === 'string' ? bareArxivId(paper.id) : null;
  if (paper === null || arxivId === null) return null;
  const published = typeof paper.publishedAt === 'string' ? paper.publishedAt : '';
  return {
    arxivId,
    doi: null,
    title: tidyText(paper.title, limits.title),
    abstract: tidyText(paper.summary, limits.abstract),
    authors: namesOf(paper.authors),
    published: /^\d{4}-\d\d-\d\dT/.test(published) ? published.slice(0, 10) : null,
  };
}

function ieeePaper(document: Document): EmbeddedPaper | null {
  for (const script of firstElements(document, 'script:not([src])', 60)) {
    const source = script.textContent ?? '';
    if (source.length > maxDataLength || !source.includes('xplGlobal.document.metadata')) continue;
    const data = parseObject(
      /xplGlobal\.document\.metadata\s*=\s*(\{.*\})\s*;?\s*$/m.exec(source)?.[1] ?? '',
    );
    const title = tidyText(data?.title, limits.title);
    if (data === null || title === null) continue;
    return {
      arxivId: null,
      doi: typeof data.doi === 'string' ? parseDoi(data.doi) : null,
      title,
      abstract: tidyText(data.abstract, limits.abstract),
      authors: namesOf(data.authors),
      published: null,
    };
  }
  return null;
}

function namesOf(authors: unknown): string[] {
  return (Array.isArray(authors) ? authors : [])
    .slice(0, limits.authors)
    .map((author) => tidyText(asObject(author)?.name, limits.name))
    .filter((name) => name !== null);
}

function parseObject(json: string): Json | null {
  if (json.length > maxDataLength) return null;
  try {
    return asObject(JSON.parse(json));
  } catch {
    return null;
  }
}

function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null ? (value as Json) : null;
}
