/** The verdict on a page, from its address and, where there is one, its document. Pure; never throws. */
import { parseArxivId } from '../paper/arxiv-id.ts';
import type { Detection, PagePaper } from '../paper/paper.ts';
import { pathSegments, webAddress } from '../paper/web-address.ts';
import { hydratedPapers } from './hydration-data.ts';
import { documentFault, listingSign } from './page-fault.ts';
import { enough, type PageMetadata, readPageMetadata } from './page-metadata.ts';
import { type AddressVerdict, readAddress, type Site, sitesOfHost } from './sites/site.ts';
import { sites as allSites } from './sites/table.ts';

/**
 * As the content script on listed hosts asks: the address decides whether this is a paper, the
 * document fills in its text or shows that it is an error, a challenge or a list.
 */
export function detect(
  url: string,
  document?: Document,
  sites: readonly Site[] = allSites,
): Detection {
  return verdict(url, document, sites, false);
}

/** As after a click on any page: where no row of the table knows the address, the metadata decides. */
export function detectAnywhere(
  url: string,
  document?: Document,
  sites: readonly Site[] = allSites,
): Detection {
  return verdict(url, document, sites, true);
}

/**
 * Whether an address ends in `.pdf` on a host that no row knows: a paper with unknown ids (unless
 * the file is named after an arXiv id), offered only when the reader clicks.
 */
export function pdfAddress(url: string, sites: readonly Site[] = allSites): Detection | null {
  const file = url.startsWith('file:') && URL.canParse(url) ? new URL(url) : null;
  const address = file ?? webAddress(url);
  if (address === null || sitesOfHost(sites, address.hostname).length > 0) return null;
  const name = pathSegments(address).at(-1) ?? '';
  if (!/.\.pdf$/i.test(name)) return null;
  const paper = emptyPaper('unlisted', 'pdf');
  paper.arxivId = parseArxivId(name.replace(/\.pdf$/i, '').replace(/^arxiv[-_ ]/i, ''));
  return { kind: 'paper', site: 'unlisted', paper, evidence: ['the path ends in .pdf'] };
}

const nowhere: { site: Site | null; byAddress: AddressVerdict } = {
  site: null,
  byAddress: { kind: 'none' },
};

function addressVerdict(url: URL, sites: readonly Site[]): typeof nowhere {
  const rows = sitesOfHost(sites, url.hostname);
  for (const site of rows) {
    const byAddress = readAddress(site, url);
    if (byAddress.kind !== 'none') return { site, byAddress };
  }
  return { site: rows[0] ?? null, byAddress: { kind: 'none' } };
}

function verdict(
  text: string,
  document: Document | undefined,
  sites: readonly Site[],
  anywhere: boolean,
): Detection {
  const url = webAddress(text);
  const { site, byAddress } = url ? addressVerdict(url, sites) : nowhere;
  const known = site === null ? [] : [`address: ${site.name} ${byAddress.kind}`];
  const name = site?.name ?? null;
  if (byAddress.kind === 'listing' && name !== null)
    return { kind: 'listing', site: name, evidence: known };
  if (byAddress.kind === 'none' && (!anywhere || document === undefined))
    return { kind: 'none', site: name, evidence: known };
  try {
    if (byAddress.kind === 'paper' && name !== null) {
      const paper: PagePaper = { ...emptyPaper(name, byAddress.view) };
      paper.arxivId = byAddress.arxivId;
      paper.doi = byAddress.doi;
      return document === undefined
        ? { kind: 'paper', site: name, paper, evidence: known }
        : withDocument(paper, document, known);
    }
    return document === undefined
      ? { kind: 'none', site: name, evidence: known }
      : fromDocument(document, name, known);
  } catch (error) {
    return {
      kind: 'none',
      site: name,
      evidence: [...known, `unreadable: ${String(error).slice(0, 80)}`],
    };
  }
}

/** A paper's address: the document must not contradict it. */
function withDocument(paper: PagePaper, document: Document, known: string[]): Detection {
  const { site } = paper;
  if (paper.view === 'pdf' && !document.querySelector('title,h1,meta[name]'))
    return { kind: 'paper', site, paper, evidence: known };
  const [hydrated] = hydratedPapers(document).filter((one) => one.arxivId === paper.arxivId);
  const found = readPageMetadata(document);
  const described = found.weight >= enough && found.title !== null;
  const fault = documentFault(document, described || hydrated !== undefined);
  if (fault !== null) return { kind: 'none', site, evidence: [...known, fault] };
  const list = listingSign(document, described ? Math.min(found.works, 1) : found.works);
  if (list !== null && hydrated?.title == null && !described)
    return { kind: 'listing', site, evidence: [...known, list] };
  // A page that is being rewritten for the next paper still carries the tags of the one before.
  const other = found.arxivId !== null && paper.arxivId !== null && found.arxivId !== paper.arxivId;
  const otherDoi = found.doi !== null && paper.doi !== null && found.doi !== paper.doi;
  if (hydrated) {
    fill(paper, { ...hydrated });
    return { kind: 'paper', site, paper, evidence: [...known, 'the page’s own data'] };
  }
  if (other || (otherDoi && paper.arxivId === null))
    return { kind: 'paper', site, paper, evidence: [...known, 'tags of another paper left aside'] };
  fill(paper, found);
  return { kind: 'paper', site, paper, evidence: [...known, ...found.evidence] };
}

/** No row knows the address: only a document that describes one work is a paper. */
function fromDocument(document: Document, site: string | null, known: string[]): Detection {
  const found = readPageMetadata(document);
  const evidence = [...known, ...found.evidence];
  const described = found.weight >= enough && found.title !== null;
  const fault = documentFault(document, described);
  if (fault !== null) return { kind: 'none', site, evidence: [...evidence, fault] };
  const list = listingSign(document, found.works);
  if (list !== null)
    return { kind: 'listing', site: site ?? 'unlisted', evidence: [...evidence, list] };
  if (!described) return { kind: 'none', site, evidence };
  const paper = emptyPaper(site ?? 'unlisted', 'other');
  fill(paper, found);
  return { kind: 'paper', site: paper.site, paper, evidence };
}

function fill(
  paper: PagePaper,
  found: Pick<PageMetadata, 'title' | 'abstract' | 'authors' | 'arxivId' | 'doi' | 'published'>,
): void {
  paper.arxivId ??= found.arxivId;
  paper.doi ??= found.doi;
  paper.title = found.title;
  paper.abstract = found.abstract;
  paper.authors = found.authors;
  paper.published = found.published;
}

function emptyPaper(site: string, view: PagePaper['view']): PagePaper {
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
