/** The metadata of a paper in `<meta>` tags: Highwire, Dublin Core, PRISM, EPrints, bepress, Open Graph. */
import { parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import { limits } from '../text/sanitize.ts';
import type { Day } from '../time/days.ts';
import { firstElements } from './elements.ts';
import { tidyText } from './page-text.ts';

/** Values in the page's order, by name in lower case (`dcterms.` and `dc:` become `dc.`). */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

const maxTags = 12_000;
const maxValueLength = 80_000;

/** Reads the tags; some tools that save pages write `value` instead of `content`. */
export function readMetaTags(document: Document): MetaTags {
  const tags = new Map<string, string[]>();
  for (const element of firstElements(document, 'meta[name],meta[property]', maxTags)) {
    const name = (element.getAttribute('name') || element.getAttribute('property') || '')
      .toLowerCase()
      .replace(/^dc(?:terms)?[.:]/, 'dc.')
      .replace(/^prism:/, 'prism.')
      .replace(/^bepress_citation/, 'citation');
    const value = (element.getAttribute('content') ?? element.getAttribute('value') ?? '').trim();
    if (name === '' || value === '' || value.length > maxValueLength) continue;
    const known = tags.get(name);
    if (known) known.push(value);
    else tags.set(name, [value]);
  }
  return tags;
}

/** The first value of the first of these tags that has one. */
export function firstOf(tags: MetaTags, ...names: string[]): string | null {
  for (const name of names) {
    const value = tags.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
}

/** The DOI in the tags, lower case. */
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

/** The arXiv id in the tags. */
export function metaArxivId(tags: MetaTags): string | null {
  const own = firstOf(tags, 'citation_arxiv_id');
  return own === null ? null : parseArxivId(own);
}

/** Names in the page's order; one tag may have several, separated by semicolons. */
export function metaAuthors(tags: MetaTags): string[] {
  const values =
    tags.get('citation_author') ??
    tags.get('citation_authors') ??
    tags.get('dc.creator') ??
    tags.get('dc.contributor') ??
    tags.get('eprints.creators_name') ??
    [];
  const names: string[] = [];
  for (const value of values) {
    for (const part of (tidyText(value, maxValueLength) ?? '').split(';')) {
      const name = tidyText(part, limits.name);
      if (name !== null && names.length < limits.authors) names.push(name);
    }
  }
  return names;
}

/** The day of first publication; null unless the tags have a whole date. */
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
