/** PDFs on hosts outside the site table. */
import { bareArxivId } from '../paper/arxiv-id.ts';
import type { Detection, PagePaper } from '../paper/paper.ts';
import { parseWebAddress, pathSegments } from '../paper/web-address.ts';
import { limits } from '../text/sanitize.ts';
import { emptyPaper } from './address.ts';
import { sitesOfHost } from './sites/site.ts';
import { sites } from './sites/table.ts';

/**
 * A possible paper: a path that ends in `.pdf` on a host outside the table, or such a local file. Its
 * only id is an arXiv id in the name of the file. Null for every other address.
 */
export function pdfAddress(url: string): Detection | null {
  const isFile = url.length < 4000 && url.startsWith('file:') && URL.canParse(url);
  const address = isFile ? new URL(url) : parseWebAddress(url);
  if (address === null || sitesOfHost(sites, address.hostname).length > 0) return null;
  const segments = pathSegments(address);
  const name = segments.at(-1) ?? '';
  // Web archives have the address of the original in the path.
  if (!/.\.pdf$/i.test(name) || segments.some((one) => /^https?:$/i.test(one))) return null;
  const arxivId = bareArxivId(name.replace(/\.pdf$/i, '').replace(/^arxiv[-_ .]?/i, ''));
  return {
    kind: 'paper',
    site: 'unlisted',
    paper: { ...emptyPaper('unlisted', 'pdf'), arxivId },
    evidence: ['the path ends in .pdf'],
  };
}

const minTitleWords = 3;

/** The possible paper of an address, with the tab's title unless that is the name of the file. */
export function possiblePdf(url: string, tabTitle: string | undefined): PagePaper | null {
  const found = pdfAddress(url);
  if (found?.kind !== 'paper') return null;
  const title = (tabTitle ?? '').trim().slice(0, limits.title);
  const isFileName = /\.pdf$/i.test(title) || title.split(/\s+/).length < minTitleWords;
  return { ...found.paper, title: isFileName ? null : title };
}
