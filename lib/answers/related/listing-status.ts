import type { DigestStatus } from '../../digest/status.ts';
import type { PagePaper, Paper } from '../../paper/paper.ts';
import type { Day } from '../../time/days.ts';
import type { ListingStatus } from './related-answer.ts';

/**
 * First day on which a paper can have been listed: its publication, else the first of the month
 * of a new-style arXiv id (`YYMM.NNNNN`), else null.
 */
function earliestListing(paper: PagePaper): Day | null {
  if (paper.published !== null) return paper.published;
  const month = paper.arxivId?.match(/^(\d\d)(0[1-9]|1[0-2])\.\d{4,5}$/);
  return month ? `20${month[1]}-${month[2]}-01` : null;
}

/**
 * Whether a page's paper is in Daily Papers: `not-listed` only if every day since the paper
 * appeared is stored, else `unknown`.
 */
export function listingStatus(
  page: PagePaper,
  self: Paper | null,
  status: Pick<DigestStatus, 'completeSince' | 'lastCheck'>,
): ListingStatus {
  if (self?.sources.includes('daily-papers')) {
    return { state: 'listed', day: self.listedAt, upvotes: self.upvotes };
  }
  const earliest = earliestListing(page);
  const { completeSince, lastCheck } = status;
  if (earliest !== null && completeSince !== null && lastCheck !== null) {
    if (earliest >= completeSince) return { state: 'not-listed', checked: lastCheck };
  }
  return { state: 'unknown', since: completeSince };
}
