/** The detector's verdict on a page, from its address, its document and a site table. Never throws. */
import type { Detection, PagePaper } from '../paper/paper.ts';
import { parseWebAddress, pathSegments } from '../paper/web-address.ts';
import { addressVerdict, detectionByAddress, emptyPaper } from './address.ts';
import { embeddedPaper } from './embedded-data.ts';
import { MIN_EVIDENCE } from './page-evidence.ts';
import { documentFault, listingSign, tableOfWorks } from './page-fault.ts';
import { type PageMetadata, readPageMetadata } from './page-metadata.ts';
import type { Site } from './sites/site.ts';

/**
 * A paper's address in the table makes the page a paper, unless the document is an error, a challenge
 * or a list. For other addresses metadata decides, if `anywhere`: the user asked about the page.
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
  const detection = detectionByAddress(name, byAddress);
  if (document === undefined || detection.kind === 'listing') return detection;
  if (detection.kind === 'none' && !anywhere) return detection;
  try {
    return detection.kind === 'paper'
      ? withDocument({ ...detection.paper }, document, detection.evidence)
      : fromDocument(document, url, name, detection.evidence);
  } catch (error) {
    const problem = `unreadable document: ${String(error).slice(0, 80)}`;
    return { ...detection, evidence: [...detection.evidence, problem] };
  }
}

/** The verdict on a paper's address: the document must not contradict it. */
function withDocument(paper: PagePaper, document: Document, known: string[]): Detection {
  const { site } = paper;
  if (paper.view === 'pdf' && !document.querySelector('title,h1,meta[name]'))
    return { kind: 'paper', site, paper, evidence: known };
  const data = embeddedPaper(document, site);
  const embedded = data !== null && data.arxivId === paper.arxivId ? data : null;
  const found = readPageMetadata(document, paper.arxivId === null && paper.doi === null);
  const isDescribed = found.weight >= MIN_EVIDENCE && found.title !== null;
  const fault = documentFault(document, isDescribed || embedded !== null);
  const other = fault ?? found.otherKind;
  if (other !== null && embedded === null)
    return { kind: 'none', site, evidence: [...known, other] };
  const list = embedded || isDescribed ? null : listingSign(document, found.works);
  if (list !== null) return { kind: 'listing', site, evidence: [...known, list] };
  // A single-page site that is loading the next paper still has the tags of the previous one.
  const isOtherPaper =
    found.arxivId !== null && paper.arxivId !== null && found.arxivId !== paper.arxivId;
  if (embedded) {
    fill(paper, embedded);
    return { kind: 'paper', site, paper, evidence: [...known, 'the page’s own data'] };
  }
  if (isOtherPaper)
    return { kind: 'paper', site, paper, evidence: [...known, 'tags of another paper left aside'] };
  // The titles of source listings and PDF viewers are not those of papers.
  if (found.weight >= 2 || paper.view === 'abstract' || paper.view === 'html') fill(paper, found);
  return { kind: 'paper', site, paper, evidence: [...known, ...found.evidence] };
}

/**
 * Segments of paths with other things than papers: whatever the tags say; unless they name a journal,
 * a volume or a PDF; unless they name a work.
 */
const dataSegment = /^(?:data-?sets?|software|patents?|slides|posters?|presentations?)$/i;
const postSegment = /^(?:blogs?|posts?|news|magazine)$/i;
const otherSegment =
  /^(?:news-?releases?|notes?|readings?|reviews?|talks?|seminars?|colloquia|events?|lectures?|tutorials?|workshops?|jobs?|positions?|vacancies|courses?|class(?:es)?|teaching|people|podcasts?|episodes?|press|books?|docs|questions|wiki)$/i;

/** The verdict on an address outside the table: only a document that describes one work is a paper. */
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
  // On a host of the table, signals of a page that is no paper's are of another paper.
  const found = readPageMetadata(document, site === null);
  const segment =
    url &&
    pathSegments(url).find(
      (one) =>
        dataSegment.test(one) ||
        (postSegment.test(one) && !found.isInPrint) ||
        (otherSegment.test(one) && !found.isNamed),
    );
  if (segment) {
    found.weight -= 3;
    found.evidence.push(`under “${segment}”`);
  }
  const evidence = [...known, ...found.evidence];
  const isDescribed = found.weight >= MIN_EVIDENCE && found.title !== null;
  const other = documentFault(document, isDescribed) ?? found.otherKind;
  if (other !== null) return { kind: 'none', site, evidence: [...evidence, other] };
  const list = listingSign(document, found.works) ?? (isDescribed ? null : tableOfWorks(document));
  if (list !== null)
    return { kind: 'listing', site: site ?? 'unlisted', evidence: [...evidence, list] };
  if (!isDescribed) {
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
