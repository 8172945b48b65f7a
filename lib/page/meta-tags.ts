/** What a page's `<meta>` tags say of a work: Highwire, Dublin Core, PRISM, EPrints, bepress, Open Graph. */
import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import type { Day } from '../time/days.ts';
import { pageTextLimits, tidyText } from './page-text.ts';

/** Values by name in lower case (`dcterms.` and `dc:` read as `dc.`), in the page's order. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

const mostTags = 12_000;
const longestValue = 80_000;

/** Reads the tags; `value` stands in for `content` in pages that some savers have rewritten. */
export function readMetaTags(document: Document): MetaTags {
  const tags = new Map<string, string[]>();
  const elements = document.querySelectorAll('meta[name],meta[property]');
  for (let at = 0; at < Math.min(elements.length, mostTags); at++) {
    const element = elements[at] as Element;
    const name = (element.getAttribute('name') || element.getAttribute('property') || '')
      .toLowerCase()
      .replace(/^dc(?:terms)?[.:]/, 'dc.')
      .replace(/^prism:/, 'prism.')
      .replace(/^bepress_citation/, 'citation');
    const value = (element.getAttribute('content') ?? element.getAttribute('value') ?? '').trim();
    if (name === '' || value === '' || value.length > longestValue) continue;
    const known = tags.get(name);
    if (known) known.push(value);
    else tags.set(name, [value]);
  }
  return tags;
}

/** First value of the first of these tags that has one. */
export function firstOf(tags: MetaTags, ...names: string[]): string | null {
  for (const name of names) {
    const value = tags.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
}

/** The DOI the tags give the page, lower case. */
export function metaDoi(tags: MetaTags): string | null {
  for (const name of [
    'citation_doi',
    'prism.doi',
    'doi',
    'dc.identifier.doi',
    'dc.identifier',
    'dc.source',
    'eprints.doi',
    'eprints.id_number',
    'rft_id',
    'publication_doi',
  ]) {
    for (const value of tags.get(name) ?? []) {
      const doi = parseDoi(/^\S*%2f/i.test(value) ? value.replace(/%2f/gi, '/') : value);
      if (doi !== null) return doi;
    }
  }
  return null;
}

/** The arXiv id the tags give the page. */
export function metaArxivId(tags: MetaTags): string | null {
  const own = firstOf(tags, 'citation_arxiv_id');
  return own === null ? null : parseArxivId(own);
}

/** Names in the page's order; one tag may hold several, parted by semicolons. */
export function metaAuthors(tags: MetaTags): string[] {
  const given =
    tags.get('citation_author') ??
    tags.get('citation_authors') ??
    tags.get('dc.creator') ??
    tags.get('dc.contributor') ??
    tags.get('eprints.creators_name') ??
    [];
  const names: string[] = [];
  for (const value of given) {
    for (const part of (tidyText(value, longestValue) ?? '').split(';')) {
      const name = tidyText(part, pageTextLimits.author);
      if (name !== null && names.length < pageTextLimits.authors) names.push(name);
    }
  }
  return names;
}

/** First publication, where the tags give a whole day. */
export function metaDay(tags: MetaTags): Day | null {
  const text =
    firstOf(
      tags,
      'citation_date',
      'citation_publication_date',
      'citation_online_date',
      'dc.date',
      'dc.issued',
      'prism.publicationdate',
      'article:published_time',
    ) ?? '';
  const [, year, month = '', day = ''] =
    /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return null;
  if (Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
