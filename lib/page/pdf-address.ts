/** PDFs that no row of the site table knows. */
import { bareArxivId } from '../paper/arxiv-id.ts';
import type { Detection, PagePaper } from '../paper/paper.ts';
import { parseWebAddress, pathSegments } from '../paper/web-address.ts';
import { pageTextLimits } from './page-text.ts';
import { sitesOfHost } from './sites/site.ts';
import { sites } from './sites/table.ts';

/**
 * A path that ends in `.pdf` on a host no row knows, or a local file: a paper with unknown ids
 * (unless the file is named after an arXiv id), to be offered, and shown only when the user
 * clicks. Null for every other address.
 */
export function pdfAddress(url: string): Detection | null {
  const file = url.length < 4000 && url.startsWith('file:') && URL.canParse(url);
  const address = file ? new URL(url) : parseWebAddress(url);
  if (address === null || sitesOfHost(sites, address.hostname).length > 0) return null;
  const segments = pathSegments(address);
  const name = segments.at(-1) ?? '';
  // An archive's copy carries the other address in its path.
  if (!/.\.pdf$/i.test(name) || segments.some((one) => /^https?:$/i.test(one))) return null;
  const arxivId = bareArxivId(name.replace(/\.pdf$/i, '').replace(/^arxiv[-_ .]?/i, ''));
  return {
    kind: 'paper',
    site: 'unlisted',
    paper: {
      arxivId,
      doi: null,
      title: null,
      abstract: null,
      authors: [],
      published: null,
      site: 'unlisted',
      view: 'pdf',
    },
    evidence: ['the path ends in .pdf'],
  };
}

const fewestWords = 3;

/**
 * The PDF of an address with the title its tab shows, where that is a title and not the name of
 * the file.
 */
export function possiblePdf(url: string, tabTitle: string | undefined): PagePaper | null {
  const found = pdfAddress(url);
  if (found?.kind !== 'paper') return null;
  const title = (tabTitle ?? '').trim().slice(0, pageTextLimits.title);
  const named = /\.pdf$/i.test(title) || title.split(/\s+/).length < fewestWords;
  return { ...found.paper, title: named ? null : title };
}
