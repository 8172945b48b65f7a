import type { Paper } from '../../paper/paper.ts';
import type { Day } from '../../time/days.ts';

/** When a work appeared, as finely as its facts allow: its day, then the number of its arXiv id. */
export interface Appeared {
  arxivId: string | null;
  published: Day | null;
}

/** `YYMM.NNNNN` as a number that grows with time; null for old ids, whose numbers start from scratch. */
function idOrder(arxivId: string | null): number | null {
  const parts = arxivId?.match(/^(\d\d\d\d)\.(\d{4,5})$/);
  return parts ? Number(parts[1]) * 100_000 + Number(parts[2]) : null;
}

/** Whether a paper postdates another; false when that cannot be known. */
export function isNewer(paper: Appeared, than: Appeared): boolean {
  const [day, dayThan] = [paper.published, than.published];
  if (day !== null && dayThan !== null && day !== dayThan) return day > dayThan;
  const [order, orderThan] = [idOrder(paper.arxivId), idOrder(than.arxivId)];
  return order !== null && orderThan !== null && order > orderThan;
}

/** The day a user would call a paper's date: its publication, else its listing. */
export function dateOf(paper: Pick<Paper, 'published' | 'listedAt'>): Day {
  return paper.published ?? paper.listedAt ?? '';
}
