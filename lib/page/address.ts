/** What an address alone says under a given site table. Pure; never throws. */
import type { Detection, PagePaper } from '../paper/paper.ts';
import { parseWebAddress } from '../paper/web-address.ts';
import { type AddressVerdict, readAddress, type Site, sitesOfHost } from './sites/site.ts';

interface PlacedVerdict {
  /** The row that decided, or the first row of the host; null for hosts without one. */
  site: Site | null;
  byAddress: AddressVerdict;
}

export function addressVerdict(url: URL | null, sites: readonly Site[]): PlacedVerdict {
  const rows = url === null ? [] : sitesOfHost(sites, url.hostname);
  for (const site of rows) {
    const byAddress = url === null ? null : readAddress(site, url);
    if (byAddress !== null && byAddress.kind !== 'none') return { site, byAddress };
  }
  return { site: rows[0] ?? null, byAddress: { kind: 'none' } };
}

/**
 * Whether two addresses are of one work's pages, so that what a document said under the first holds
 * under the second: the same ids in one family, or elsewhere the same path and query.
 */
export function sameWork(sites: readonly Site[], a: string, b: string): boolean {
  const [first, second] = [parseWebAddress(a), parseWebAddress(b)];
  if (first === null || second === null) return a === b;
  const [one, other] = [addressVerdict(first, sites), addressVerdict(second, sites)];
  if (one.byAddress.kind === 'paper' && other.byAddress.kind === 'paper')
    return one.site === other.site && one.byAddress.work === other.byAddress.work;
  const placeOf = (url: URL) => `${url.origin}${url.pathname}${url.search}`;
  return placeOf(first) === placeOf(second);
}

/** The verdict where no document can be read, as in a browser's own PDF viewer. */
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

/** A paper of which nothing is known but where it was met. */
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
