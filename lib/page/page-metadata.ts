/** What a page says about the one work it is about, and how strongly: the metadata ladder. */
import { arxivIdOfDoi, parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import type { Day } from '../paper/paper.ts';
import { type LinkedWork, readLinkedData } from './json-ld.ts';
import {
  firstOf,
  type MetaTags,
  metaArxivId,
  metaAuthors,
  metaDay,
  metaDoi,
  readMetaTags,
} from './meta-tags.ts';
import { ownMarks } from './own-marks.ts';
import { bodyAbstract, bodyTitle, withoutLabel } from './page-body.ts';
import { limits, tidyText } from './page-text.ts';

/** The work a page describes; `weight` of 5 and more is a paper on any site. */
export interface PageMetadata {
  title: string | null;
  abstract: string | null;
  authors: string[];
  arxivId: string | null;
  doi: string | null;
  published: Day | null;
  weight: number;
  /** Scholarly works described: more than one is a list. */
  works: number;
  /** The tags name a journal, proceedings, repository or PDF. */
  inPrint: boolean;
  /** What the page says it is about instead of a paper: a data set, software, a news item. */
  otherKind: string | null;
  evidence: string[];
}

/** Weight from which a page that no row of the table knows is a paper. */
export const enough = 5;

/**
 * Reads the ladder from the top: Highwire, Dublin Core, PRISM and EPrints tags, JSON-LD, Open Graph
 * with a DOI, the page's own DOI or arXiv link, headings. Lower rungs fill what higher ones leave open.
 * `withMarks` also looks through links and text for an id, which is slow on long pages.
 */
export function readPageMetadata(document: Document, withMarks: boolean): PageMetadata {
  const tags = readMetaTags(document);
  const linked = readLinkedData(document);
  const work = linked.works.length === 1 ? linked.works[0] : undefined;
  const tagTitle = firstOf(tags, 'citation_title', 'dc.title', 'eprints.title', 'prism.title');
  const ownAddresses = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '',
    firstOf(tags, 'og:url') ?? '',
  ];
  const tagAbstract = abstractInTags(tags);
  const shownAbstract = tagAbstract === null ? bodyAbstract(document) : null;
  const evidence: string[] = [];
  let weight = 0;
  const add = (points: number, words: string): void => {
    weight += points;
    evidence.push(words);
  };

  const doiInTags = metaDoi(tags);
  const doiInAddress = ownAddresses.map(parseDoi).find((doi) => doi !== null) ?? null;
  if (firstOf(tags, 'citation_title')) {
    const by = metaAuthors(tags).length > 0 || hasJournal(tags);
    if (by) add(5, 'citation_title with authors or journal');
    else add(3, 'citation_title');
  } else if (tagTitle !== null) {
    if (firstOf(tags, 'eprints.title')) add(5, 'EPrints record');
    else if (doiInTags !== null) add(5, 'Dublin Core title and DOI');
    else if (/article|thesis|preprint|paper|proceeding|text/i.test(firstOf(tags, 'dc.type') ?? ''))
      add(3, 'Dublin Core title and type');
    else add(1, 'Dublin Core title');
  } else if (doiInTags !== null) add(4, 'DOI in a meta tag');
  if (work) add(5, 'JSON-LD scholarly article');
  else if (doiInAddress !== null) add(3, 'the page’s own address is a DOI');
  const canonicalArxiv = ownAddresses.map(parseArxivId).find((id) => id !== null) ?? null;
  if (canonicalArxiv !== null) add(3, 'the page’s own address is arXiv’s');
  if (tagAbstract !== null) add(2, 'abstract in a meta tag');
  else if (shownAbstract !== null) add(2, 'abstract on the page');

  // Below tags that name the work, marks on the page decide; beside them they may be another's.
  const marks =
    withMarks && firstOf(tags, 'citation_title') === null && !work ? ownMarks(document) : null;
  if (marks?.arxivId) add(3, 'the page’s own arXiv link');
  else if (marks?.doi) add(2, 'one DOI on the page');
  if (marks?.pubmedId) add(2, 'one PubMed number on the page');
  if (marks?.references) add(2, 'list of references');
  if (marks?.record) add(3, 'fields for title, authors and abstract');
  if (marks?.pdf) add(1, 'its PDF');
  if (marks?.authors) add(1, 'list of authors');

  const inPrint = hasPrint(tags);
  if (linked.otherKind !== null && work === undefined) add(-3, `JSON-LD ${linked.otherKind}`);
  if (isBlog(tags) && !inPrint) add(-6, 'a blog’s page');

  const named =
    doiInTags ??
    work?.doi ??
    doiInAddress ??
    ((tagAbstract ?? shownAbstract) && weight >= enough ? marks?.doi : null) ??
    null;
  const ofArxiv = named === null ? null : arxivIdOfDoi(named);
  const doi = ofArxiv === null ? named : null;
  const arxivId =
    metaArxivId(tags) ??
    ofArxiv ??
    work?.arxivId ??
    canonicalArxiv ??
    (weight >= enough ? (marks?.arxivId ?? null) : null);
  const works = Math.max(linked.works.length, new Set(tags.get('citation_title')).size > 3 ? 2 : 0);
  const title =
    tidyText(tagTitle, limits.title) ??
    work?.title ??
    bodyTitle(document) ??
    tidyText(firstOf(tags, 'og:title'), limits.title);
  return {
    title,
    abstract: tagAbstract ?? abstractOf(tags, title, shownAbstract, work),
    authors: nonEmpty(metaAuthors(tags), work?.authors ?? []),
    arxivId,
    doi,
    published: metaDay(tags),
    weight,
    works,
    inPrint,
    otherKind: otherKindOf(tags) ?? (work ? null : linked.dataKind),
    evidence,
  };
}

/** The abstract in a tag made for it; arXiv also puts it whole into `og:description`. */
function abstractInTags(tags: MetaTags): string | null {
  const tag = tidyText(
    firstOf(
      tags,
      'citation_abstract',
      'dc.abstract',
      'dc.description.abstract',
      'eprints.abstract',
    ),
    limits.abstract,
  );
  if (tag !== null && tag.length > 40) return withoutLabel(tag);
  const arxiv =
    firstOf(tags, 'citation_arxiv_id') === null ? null : firstOf(tags, 'og:description');
  return tidyText(arxiv, limits.abstract);
}

/** Without such a tag: the data's or the page's own abstract, then a description that fits. */
function abstractOf(
  tags: MetaTags,
  title: string | null,
  shown: string | null,
  work: LinkedWork | undefined,
): string | null {
  if (work?.abstract) return withoutLabel(work.abstract);
  if (shown !== null) return shown;
  for (const text of [firstOf(tags, 'dc.description'), work?.description, ...descriptions(tags)]) {
    const found = tidyText(text, limits.abstract);
    if (found !== null && found.length >= 200 && isAbout(found, title)) return withoutLabel(found);
  }
  return null;
}

/** Whether a description is of this work: whole, no reference to it, and with words of its title. */
function isAbout(text: string, title: string | null): boolean {
  if (/(?:\.\.\.|…)$|\bProceedings of\b|^\(\d{4}\)/.test(text)) return false;
  const starts = (words: string): string[] =>
    (words.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 6));
  const inTitle = new Set(starts(title ?? ''));
  const inText = new Set(starts(text));
  const shared = [...inTitle].filter((word) => inText.has(word)).length;
  return shared >= Math.min(2, inTitle.size);
}

function descriptions(tags: MetaTags): (string | null)[] {
  return firstOf(tags, 'citation_title', 'dc.title') === null
    ? []
    : [firstOf(tags, 'og:description'), firstOf(tags, 'description')];
}

function hasJournal(tags: MetaTags): boolean {
  return (
    hasPrint(tags) ||
    firstOf(tags, 'citation_doi', 'citation_journal_title', 'citation_publisher') !== null
  );
}

/** Signs that a work stands in a journal, proceedings or a repository, which a blog's tags lack. */
function hasPrint(tags: MetaTags): boolean {
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
      'citation_technical_report_institution',
      'citation_technical_report_number',
      'citation_arxiv_id',
      'citation_pmid',
      'prism.issn',
      'prism.volume',
    ) !== null
  );
}

/** A kind of work that is no paper, by the words of a type tag. */
function otherKindOf(tags: MetaTags): string | null {
  const types = [...(tags.get('dc.type') ?? []), ...(tags.get('citation_article_type') ?? [])];
  const other = types.find((type) =>
    /^(?:info:[\w/-]*\/)?(?:data ?set|software|image|still ?image|moving ?image|video|sound|lecture|presentation|poster|news|news feature|news item|blog ?post(?:ing)?|obituary|book review)s?$/i.test(
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

function nonEmpty<T>(first: T[], second: T[]): T[] {
  return first.length > 0 ? first : second;
}
