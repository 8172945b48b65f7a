/** The verdict on an address, without a document, under a site table. Never throws. */
import type { Detection, PagePaper } from '../paper/paper.ts';
import { parseWebAddress } from '../paper/web-address.ts';
import { type AddressVerdict, readAddress, type Site, sitesOfHost } from './sites/site.ts';

interface SiteVerdict {
  /** The row that decides, or the first row of the host; null for hosts without one. */
  site: Site | null;
  byAddress: AddressVerdict;
}

export function addressVerdict(url: URL | null, sites: readonly Site[]): SiteVerdict {
  const rows = url === null ? [] : sitesOfHost(sites, url.hostname);
  for (const site of rows) {
    const byAddress = url === null ? null : readAddress(site, url);
    if (byAddress !== null && byAddress.kind !== 'none') return { site, byAddress };
  }
  return { site: rows[0] ?? null, byAddress: { kind: 'none' } };
}

/**
 * Whether two addresses are of the same paper, so that metadata of a document that the site keeps from
 * one to the other are valid: the same ids on one site, or elsewhere the same path and query.
 */
export function sameWork(sites: readonly Site[], a: string, b: string): boolean {
  const [first, second] = [parseWebAddress(a), parseWebAddress(b)];
  if (first === null || second === null) return a === b;
  const [one, other] = [addressVerdict(first, sites), addressVerdict(second, sites)];
  if (one.byAddress.kind === 'paper' && other.byAddress.kind === 'paper')
    return one.site === other.site && one.byAddress.work === other.byAddress.work;
  const pageOf = (url: URL) => `${url.origin}${url.pathname}${url.search}`;
  return pageOf(first) === pageOf(second);
}

/** The verdict on a page whose document cannot be read, such as a browser's PDF viewer. */
export function detectAddress(sites: readonly Site[], text: string): Detection {
  const { site, byAddress } = addressVerdict(parseWebAddress(text), sites);
  return detectionByAddress(site?.name ?? null, byAddress);
}

export function detectionByAddress(site: string | null, byAddress: AddressVerdict): Detection {
  const evidence = site === null ? [] : [`address: ${site} ${byAddress.kind}`];
  if (site === null || byAddress.kind === 'none') return { kind: 'none', site, evidence };
  if (byAddress.kind === 'listing') return { kind: 'listing', site, evidence };
  const { view, arxivId, doi } = byAddress;
  return { kind: 'paper', site, paper: { ...emptyPaper(site, view), arxivId, doi }, evidence };
}

/** A paper of which only site and view are known. */
export function emptyPaper(site: string, view: PagePaper['view']): PagePaper {
  return {
    arxivId: null,
    doi: null,
    title: null,
    abstract: null,
    authors: [],
    published: null,
    site,
    view,
  };
}
