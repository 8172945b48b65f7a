/** Single-page sites change the address before the document: the document then describes the previous paper. */
import type { Detection, PagePaper } from '../paper/paper.ts';

/**
 * The verdict without metadata of the previous paper (`stale`): title, abstract, authors, date, and
 * ids that are not in the address itself (`byAddress` is the verdict without a document). If neither
 * id nor title remains, the page is no paper yet.
 */
export function discardStaleMetadata(
  detection: Detection,
  byAddress: Detection,
  stale: PagePaper,
): Detection {
  if (detection.kind !== 'paper') return detection;
  const { paper } = detection;
  const known = byAddress.kind === 'paper' ? byAddress.paper : null;
  const fresh = <T>(now: T | null, before: T | null) => (now === before ? null : now);
  const isStale = paper.title !== null && paper.title === stale.title;
  const remaining: PagePaper = {
    ...paper,
    arxivId: known?.arxivId ?? fresh(paper.arxivId, stale.arxivId),
    doi: known?.doi ?? fresh(paper.doi, stale.doi),
    title: fresh(paper.title, stale.title),
    abstract: isStale ? null : fresh(paper.abstract, stale.abstract),
    authors: isStale ? [] : paper.authors,
    published: isStale ? null : paper.published,
  };
  const evidence = [...detection.evidence, 'what the page said of another paper left aside'];
  if (remaining.arxivId === null && remaining.doi === null && remaining.title === null)
    return { kind: 'none', site: detection.site, evidence };
  return isStale || remaining.abstract !== paper.abstract
    ? { ...detection, paper: remaining, evidence }
    : detection;
}
