/** Weighs the evidence that a page is about one paper. */
import type { LinkedData, LinkedWork } from './json-ld.ts';
import { firstOf, type MetaTags, metaAuthors } from './meta-tags.ts';
import { competingType } from './non-article-doi.ts';
import type { PageSignals } from './page-signals.ts';

/** From this weight on a page outside the site table is a paper. */
export const MIN_EVIDENCE = 5;

/** The metadata of a page. */
interface EvidenceInput {
  tags: MetaTags;
  linked: LinkedData;
  work: LinkedWork | undefined;
  doiInTags: string | null;
  /** The DOI and arXiv id in the page's canonical address. */
  doiInAddress: string | null;
  arxivInAddress: string | null;
  abstract: 'tag' | 'page' | null;
  /** Null when not read. */
  signals: PageSignals | null;
}

/** The sum of the weights, and each piece of evidence in words. */
export function weighEvidence(input: EvidenceInput): { weight: number; evidence: string[] } {
  const { tags, work } = input;
  const pieces = [...fromTags(input), ...fromPage(input)];
  const kind = input.linked.otherKind;
  const isChapter = kind === 'Book' && isInPrint(tags);
  if (kind !== null && work === undefined && !isChapter) pieces.push([-3, `JSON-LD ${kind}`]);
  if (isBlog(tags) && !isInPrint(tags)) pieces.push([-6, 'a blog’s page']);
  const type = firstOf(tags, 'og:type') ?? '';
  const isScholarly = work !== undefined || firstOf(tags, ...scholarlyTags) !== null;
  if (
    /^(?:video|music|profile|product|object)\b/i.test(type) ||
    (/^book\b/i.test(type) && !isInPrint(tags)) ||
    (/^article\b/i.test(type) && !isScholarly)
  )
    pieces.push([-3, `og:type ${type.slice(0, 20)}`]);
  return {
    weight: pieces.reduce((sum, [points]) => sum + points, 0),
    evidence: pieces.map(([, words]) => words),
  };
}

/** Tags that blog posts and news, which are of type article too, lack. */
const scholarlyTags = [
  'citation_title',
  'citation_doi',
  'dc.title',
  'dc.identifier',
  'prism.title',
  'prism.doi',
  'eprints.title',
];

type Piece = [points: number, words: string];

function fromTags({ tags, doiInTags }: EvidenceInput): Piece[] {
  if (firstOf(tags, 'citation_title') !== null) {
    return metaAuthors(tags).length > 0 || hasJournal(tags)
      ? [[5, 'citation_title with authors or journal']]
      : [[3, 'citation_title']];
  }
  if (firstOf(tags, 'eprints.title') !== null) return [[5, 'EPrints record']];
  if (firstOf(tags, 'dc.title', 'prism.title') !== null) {
    if (doiInTags !== null) return [[5, 'Dublin Core title and DOI']];
    const type = firstOf(tags, 'dc.type') ?? '';
    return /article|thesis|dissertation|preprint|paper|proceeding|report/i.test(type)
      ? [[3, 'Dublin Core title and type']]
      : [[1, 'Dublin Core title']];
  }
  return doiInTags === null ? [] : [[4, 'DOI in a meta tag']];
}

function fromPage({
  work,
  doiInAddress,
  arxivInAddress,
  abstract,
  signals,
}: EvidenceInput): Piece[] {
  const pieces: Piece[] = [];
  if (work) pieces.push([5, 'JSON-LD scholarly article']);
  else if (doiInAddress !== null) pieces.push([3, 'the page’s own address is a DOI']);
  if (arxivInAddress !== null) pieces.push([3, 'the page’s own address is arXiv’s']);
  if (abstract !== null) {
    pieces.push([2, abstract === 'tag' ? 'abstract in a meta tag' : 'abstract on the page']);
    // Without an abstract, signals prove little: an encyclopedia's page has a DOI and references too.
    if (signals !== null) pieces.push(...fromSignals(signals));
  }
  return pieces;
}

function fromSignals(signals: PageSignals): Piece[] {
  const pieces: Piece[] = [];
  if (signals.arxivId !== null) pieces.push([3, 'the page’s own arXiv link']);
  else if (signals.doi !== null) pieces.push([2, 'one DOI on the page']);
  if (signals.hasPubmedId) pieces.push([2, 'one PubMed number on the page']);
  if (signals.hasReferences) pieces.push([2, 'list of references']);
  if (signals.hasRecordFields) pieces.push([3, 'fields for title, authors and abstract']);
  if (signals.hasPdf) pieces.push([1, 'its PDF']);
  if (signals.hasAuthors) pieces.push([1, 'list of authors']);
  if (signals.competingType !== null) pieces.push([-3, signals.competingType]);
  return pieces;
}

function hasJournal(tags: MetaTags): boolean {
  return (
    isInPrint(tags) ||
    firstOf(tags, 'citation_doi', 'citation_journal_title', 'citation_publisher') !== null
  );
}

/** Whether the tags name a journal, proceedings, a repository or a PDF, which a blog's tags do not. */
export function isInPrint(tags: MetaTags): boolean {
  return (
    firstOf(
      tags,
      'citation_pdf_url',
      'citation_issn',
      'citation_volume',
      'citation_firstpage',
      'citation_conference_title',
      'citation_inbook_title',
      'citation_dissertation_institution',
      'citation_arxiv_id',
      'citation_pmid',
      'prism.issn',
      'prism.volume',
    ) !== null
  );
}

/** The kind of a work that is no paper, by its tags and DOI. */
export function otherKindOf(tags: MetaTags, doi: string | null): string | null {
  if (firstOf(tags, 'citation_patent_number', 'citation_patent_application_number') !== null)
    return 'a patent’s tags';
  const byDoi = doi === null ? null : competingType(doi);
  if (byDoi !== null) return `the DOI of ${byDoi === 'book' ? 'a book' : byDoi}`;
  const types = [...(tags.get('dc.type') ?? []), ...(tags.get('citation_article_type') ?? [])];
  const other = types.find((type) =>
    /^(?:info:[\w/-]*\/)?(?:data ?set|software|image|still ?image|moving ?image|video|sound|lecture|presentation|poster|patent|project|grant|award|event|course|book|news|news feature|news item|blog ?post(?:ing)?|obituary|book review)s?$/i.test(
      type.trim(),
    ),
  );
  const article = types.some((type) => /article|thesis|preprint|report|paper/i.test(type));
  return other === undefined || article ? null : `type “${other.slice(0, 40)}”`;
}

function isBlog(tags: MetaTags): boolean {
  return /\b(?:ghost|wordpress|blogger|medium|substack|squarespace|wix|tumblr|typepad|movable type|write\.as|jekyll|hugo|gatsby|eleventy|quarto|pelican|hexo|nikola|astro|docusaurus|mkdocs)\b/i.test(
    (tags.get('generator') ?? []).join(' '),
  );
}
