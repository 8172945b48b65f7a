import type { Day } from '../../time/days.ts';

/** When a work appeared: its day, then the number of its arXiv id. */
interface Dated {
  arxivId: string | null;
  published: Day | null;
}

/**
 * `YYMM.NNNNN` as a number that grows with time; null for ids from before April 2007, which are
 * numbered per archive.
 */
function idOrder(arxivId: string | null): number | null {
  const parts = arxivId?.match(/^(\d\d\d\d)\.(\d{4,5})$/);
  return parts ? Number(parts[1]) * 100_000 + Number(parts[2]) : null;
}

/** Whether a paper is newer than another; false when that is unknown. */
export function isNewer(paper: Dated, than: Dated): boolean {
  const [day, dayThan] = [paper.published, than.published];
  if (day !== null && dayThan !== null && day !== dayThan) return day > dayThan;
  const [order, orderThan] = [idOrder(paper.arxivId), idOrder(than.arxivId)];
  return order !== null && orderThan !== null && order > orderThan;
}
