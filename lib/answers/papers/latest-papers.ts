import type { DigestStore } from '../../digest/store.ts';
import { type MarkedPaper, noMarks } from '../../marks/marks.ts';
import { latestFirst } from '../../paper/latest-first.ts';
import type { Paper } from '../../paper/paper.ts';
import { paperDay } from '../../query/filters.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { marksOf } from '../user-data/marks.ts';

/** Papers with the user's marks, in the same order. */
export async function withMarks(
  papers: Paper[],
  userData: Pick<UserDataStore, 'get'>,
): Promise<MarkedPaper[]> {
  const marks = await marksOf(
    userData,
    papers.map(({ id }) => id),
  );
  return papers.map((paper) => ({ paper, marks: marks.get(paper.id) ?? noMarks }));
}

/** The newest listings; while nothing is listed, the newest of the first 200 papers. */
export async function latestPapers(
  limit: number,
  digest: Pick<DigestStore, 'byListing' | 'batches'>,
): Promise<Paper[]> {
  const listed = await digest.byListing({ limit });
  if (listed.length > 0) return listed;
  const { value } = await digest.batches(200).next();
  const papers = value ?? [];
  return papers.toSorted((a, b) => latestFirst(paperDay(a), paperDay(b))).slice(0, limit);
}
