/** The verdict on a page under a given site table, from address and document. Pure; never throws. */
import type { Detection, PagePaper } from '../paper/paper.ts';
import { parseWebAddress, pathSegments } from '../paper/web-address.ts';
import { addressVerdict, detectionByAddress, emptyPaper } from './address.ts';
import { embeddedPaper } from './embedded-data.ts';
import { MIN_EVIDENCE } from './page-evidence.ts';
import { documentFault, listingSign, tableOfWorks } from './page-fault.ts';
import { type PageMetadata, readPageMetadata } from './page-metadata.ts';
import type { Site } from './sites/site.ts';

/**
 * A row's paper address makes a paper unless the document shows an error, a challenge or a list;
 * elsewhere the document's metadata decides, if `anywhere` says that the user asked.
 */
export function verdict(
  sites: readonly Site[],
  text: string,
  document: Document | undefined,
  anywhere: boolean,
): Detection {
  const url = parseWebAddress(text);
  const { site, byAddress } = addressVerdict(url, sites);
  const name = site?.name ?? null;
  const early = detectionByAddress(name, byAddress);
  if (document === undefined || early.kind === 'listing') return early;
  if (early.kind === 'none' && !anywhere) return early;
  const known = [...early.evidence];
  try {
    return early.kind === 'paper'
      ? withDocument({ ...early.paper }, document, known)
      : fromDocument(document, url, name, known);
  } catch (error) {
    const evidence = [...known, `unreadable document: ${String(error).slice(0, 80)}`];
    return { ...early, evidence };
  }
}

/** A paper's address: the document must not contradict it. */
function withDocument(paper: PagePaper, document: Document, known: string[]): Detection {
  const { site } = paper;
  if (paper.view === 'pdf' && !document.querySelector('title,h1,meta[name]'))
    return { kind: 'paper', site, paper, evidence: known };
  const data = embeddedPaper(document, site);
  const embedded = data !== null && data.arxivId === paper.arxivId ? data : null;
  const found = readPageMetadata(document, paper.arxivId === null && paper.doi === null);
  const described = found.weight >= MIN_EVIDENCE && found.title !== null;
  const fault = documentFault(document, described || embedded !== null);
  const other = fault ?? found.otherKind;
  if (other !== null && embedded === null)
    return { kind: 'none', site, evidence: [...known, other] };
  const list = embedded || described ? null : listingSign(document, found.works);
  if (list !== null) return { kind: 'listing', site, evidence: [...known, list] };
  // A page that is being rewritten for the next paper still carries the tags of the one before.
  const otherId =
    found.arxivId !== null && paper.arxivId !== null && found.arxivId !== paper.arxivId;
  if (embedded) {
    fill(paper, embedded);
    return { kind: 'paper', site, paper, evidence: [...known, 'the page’s own data'] };
  }
  if (otherId)
    return { kind: 'paper', site, paper, evidence: [...known, 'tags of another paper left aside'] };
  // A source listing or a PDF viewer has a title of its own.
  if (found.weight >= 2 || paper.view === 'abstract' || paper.view === 'html') fill(paper, found);
  return { kind: 'paper', site, paper, evidence: [...known, ...found.evidence] };
}

/**
 * Segments of paths under which sites keep something else than papers: whatever the tags say; where
 * they do not name a journal, a volume, a PDF; where they name no work.
 */
const dataPlace = /^(?:data-?sets?|software|patents?|slides|posters?|presentations?)$/i;
const postPlace = /^(?:blogs?|posts?|news|magazine)$/i;
const otherPlace =
  /^(?:news-?releases?|notes?|readings?|reviews?|talks?|seminars?|colloquia|events?|lectures?|tutorials?|workshops?|jobs?|positions?|vacancies|courses?|class(?:es)?|teaching|people|podcasts?|episodes?|press|books?|docs|questions|wiki)$/i;

/** No row knows the address: only a document that describes one work is a paper. */
function fromDocument(
  document: Document,
  url: URL | null,
  site: string | null,
  known: string[],
): Detection {
  const embedded = embeddedPaper(document, site);
  if (embedded !== null) {
    const paper = emptyPaper(site ?? 'unlisted', 'other');
    fill(paper, embedded);
    return { kind: 'paper', site: paper.site, paper, evidence: [...known, 'the page’s own data'] };
  }
  // Where a row knows the host and not the address, marks on the page are another work's.
  const found = readPageMetadata(document, site === null);
  const place =
    url &&
    pathSegments(url).find(
      (one) =>
        dataPlace.test(one) ||
        (postPlace.test(one) && !found.isInPrint) ||
        (otherPlace.test(one) && !found.isNamed),
    );
  if (place) {
    found.weight -= 3;
    found.evidence.push(`under “${place}”`);
  }
  const evidence = [...known, ...found.evidence];
  const described = found.weight >= MIN_EVIDENCE && found.title !== null;
  const other = documentFault(document, described) ?? found.otherKind;
  if (other !== null) return { kind: 'none', site, evidence: [...evidence, other] };
  const list = listingSign(document, found.works) ?? (described ? null : tableOfWorks(document));
  if (list !== null)
    return { kind: 'listing', site: site ?? 'unlisted', evidence: [...evidence, list] };
  if (!described) {
    const doubt =
      evidence.length > known.length ? 'not enough for a paper' : 'nothing names a paper';
    return { kind: 'none', site, evidence: [...evidence, doubt] };
  }
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
