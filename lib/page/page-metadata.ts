/** What a page says about the one work it is about, and how strongly: the metadata ladder. */
import { arxivIdOfDoi, parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import type { Day } from '../time/days.ts';
import { readLinkedData } from './json-ld.ts';
import { firstOf, metaArxivId, metaAuthors, metaDay, metaDoi, readMetaTags } from './meta-tags.ts';
import { abstractElsewhere, abstractInTags } from './page-abstract.ts';
import { bodyAbstract, bodyTitle } from './page-body.ts';
import { hasPrint, MIN_EVIDENCE, otherKindOf, weigh } from './page-evidence.ts';
import { pageSignals } from './page-signals.ts';
import { pageTextLimits, tidyText } from './page-text.ts';

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
  /** Tags or JSON-LD name a work. */
  isNamed: boolean;
  /** The tags name a journal, proceedings, repository or PDF. */
  isInPrint: boolean;
  /** What the page says it is about instead of a paper: a data set, software, a news item. */
  otherKind: string | null;
  evidence: string[];
}

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
  const doiInTags = metaDoi(tags);
  const doiInAddress = ownAddresses.map(parseDoi).find((doi) => doi !== null) ?? null;
  const arxivInAddress = ownAddresses.map(parseArxivId).find((id) => id !== null) ?? null;
  const named = tagTitle !== null || work !== undefined;
  const tagAbstract = abstractInTags(tags);
  const shownAbstract = tagAbstract === null ? bodyAbstract(document, named || !withMarks) : null;
  // Below tags that name the work, marks on the page decide; beside them they may be another's.
  const marks =
    withMarks && !work && firstOf(tags, 'citation_title') === null ? pageSignals(document) : null;
  const { weight, evidence } = weigh({
    tags,
    linked,
    work,
    doiInTags,
    doiInAddress,
    arxivInAddress,
    abstract: tagAbstract !== null ? 'tag' : shownAbstract !== null ? 'page' : null,
    signals: marks,
  });
  const ownMark = weight >= MIN_EVIDENCE && (tagAbstract ?? shownAbstract) !== null ? marks : null;
  const doi = doiInTags ?? work?.doi ?? doiInAddress ?? ownMark?.doi ?? null;
  const ofArxiv = doi === null ? null : arxivIdOfDoi(doi);
  const title =
    tidyText(tagTitle, pageTextLimits.title) ??
    work?.title ??
    bodyTitle(document) ??
    tidyText(firstOf(tags, 'og:title'), pageTextLimits.title);
  const authors = metaAuthors(tags);
  return {
    title,
    abstract: tagAbstract ?? abstractElsewhere(tags, title, shownAbstract, work),
    authors: authors.length > 0 ? authors : (work?.authors ?? []),
    arxivId:
      metaArxivId(tags) ?? ofArxiv ?? work?.arxivId ?? arxivInAddress ?? ownMark?.arxivId ?? null,
    doi: ofArxiv === null ? doi : null,
    published: metaDay(tags),
    weight,
    works: Math.max(linked.works.length, new Set(tags.get('citation_title')).size > 3 ? 2 : 0),
    isNamed: named,
    isInPrint: hasPrint(tags),
    otherKind: otherKindOf(tags, doiInTags) ?? (work ? null : linked.dataKind),
    evidence,
  };
}
