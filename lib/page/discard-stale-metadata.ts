/** Pages that turn to another paper without loading: their document is late. */
import type { Detection, PagePaper } from '../paper/paper.ts';

/**
 * The verdict without what the document said under the address before (`stale`): its title,
 * abstract, authors, date, and ids that are not in the address itself (`byAddress`, the verdict
 * without a document). With neither id nor title left it is no paper yet.
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
  const isOld = paper.title !== null && paper.title === stale.title;
  const left: PagePaper = {
    ...paper,
    arxivId: known?.arxivId ?? fresh(paper.arxivId, stale.arxivId),
    doi: known?.doi ?? fresh(paper.doi, stale.doi),
    title: fresh(paper.title, stale.title),
    abstract: isOld ? null : fresh(paper.abstract, stale.abstract),
    authors: isOld ? [] : paper.authors,
    published: isOld ? null : paper.published,
  };
  const evidence = [...detection.evidence, 'what the page said of another paper left aside'];
  if (left.arxivId === null && left.doi === null && left.title === null)
    return { kind: 'none', site: detection.site, evidence };
  return isOld || left.abstract !== paper.abstract
    ? { ...detection, paper: left, evidence }
    : detection;
}
