/** The metadata of the paper that a page is about. */
import { arxivIdOfDoi, parseArxivId } from '../paper/arxiv-id.ts';
import { parseDoi } from '../paper/doi.ts';
import { limits } from '../text/sanitize.ts';
import type { Day } from '../time/days.ts';
import { readLinkedData } from './json-ld.ts';
import { firstOf, metaArxivId, metaAuthors, metaDay, metaDoi, readMetaTags } from './meta-tags.ts';
import { abstractElsewhere, abstractInTags } from './page-abstract.ts';
import { bodyAbstract, bodyTitle } from './page-body.ts';
import { isInPrint, MIN_EVIDENCE, otherKindOf, weighEvidence } from './page-evidence.ts';
import { pageSignals } from './page-signals.ts';
import { tidyText } from './page-text.ts';

/** The paper that a page describes. */
export interface PageMetadata {
  title: string | null;
  abstract: string | null;
  authors: string[];
  arxivId: string | null;
  doi: string | null;
  published: Day | null;
  /** The weight of the evidence: from `MIN_EVIDENCE` on the page is a paper on any site. */
  weight: number;
  /** The number of works described; more than one make the page a list. */
  works: number;
  /** Whether tags or JSON-LD name a work. */
  isNamed: boolean;
  /** Whether tags name a journal, proceedings, repository or PDF. */
  isInPrint: boolean;
  /** The kind of thing that the page is about instead of a paper, such as a data set. */
  otherKind: string | null;
  evidence: string[];
}

/**
 * Reads metadata in order of reliability: Highwire, Dublin Core, PRISM and EPrints tags, JSON-LD, Open
 * Graph, the page's DOI or arXiv link, headings. Later ones fill fields that earlier ones lack.
 * `withSignals` also searches links and text for ids, which is slow on long pages.
 */
export function readPageMetadata(document: Document, withSignals: boolean): PageMetadata {
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
  const isNamed = tagTitle !== null || work !== undefined;
  const tagAbstract = abstractInTags(tags);
  const shownAbstract =
    tagAbstract === null ? bodyAbstract(document, isNamed || !withSignals) : null;
  // Beside a title in tags, ids on the page may be of another paper.
  const signals =
    withSignals && !work && firstOf(tags, 'citation_title') === null ? pageSignals(document) : null;
  const { weight, evidence } = weighEvidence({
    tags,
    linked,
    work,
    doiInTags,
    doiInAddress,
    arxivInAddress,
    abstract: tagAbstract !== null ? 'tag' : shownAbstract !== null ? 'page' : null,
    signals,
  });
  const ownSignals =
    weight >= MIN_EVIDENCE && (tagAbstract ?? shownAbstract) !== null ? signals : null;
  const doi = doiInTags ?? work?.doi ?? doiInAddress ?? ownSignals?.doi ?? null;
  const arxivDoiId = doi === null ? null : arxivIdOfDoi(doi);
  const title =
    tidyText(tagTitle, limits.title) ??
    work?.title ??
    bodyTitle(document) ??
    tidyText(firstOf(tags, 'og:title'), limits.title);
  const authors = metaAuthors(tags);
  return {
    title,
    abstract: tagAbstract ?? abstractElsewhere(tags, title, shownAbstract, work),
    authors: authors.length > 0 ? authors : (work?.authors ?? []),
    arxivId:
      metaArxivId(tags) ??
      arxivDoiId ??
      work?.arxivId ??
      arxivInAddress ??
      ownSignals?.arxivId ??
      null,
    doi: arxivDoiId === null ? doi : null,
    published: metaDay(tags),
    weight,
    works: Math.max(linked.works.length, new Set(tags.get('citation_title')).size > 3 ? 2 : 0),
    isNamed,
    isInPrint: isInPrint(tags),
    otherKind: otherKindOf(tags, doiInTags) ?? (work ? null : linked.dataKind),
    evidence,
  };
}
