import type { DigestList } from '../../lib/answers/reader/reader-answers.ts';
import type { PaperId } from '../../lib/paper/paper.ts';

/** One row of the list: a paper in a group. */
export interface ListRow {
  /** Unique: a paper may be in several groups. */
  key: string;
  id: PaperId;
  /** The index of its group. */
  group: number;
  /** The row that has the group's heading. */
  isFirst: boolean;
}

export const rowsOf = ({ groups }: DigestList): ListRow[] =>
  groups.flatMap(({ key, ids }, group) =>
    ids.map((id, place) => ({ key: `${key} ${id}`, id, group, isFirst: place === 0 })),
  );

/** The number of papers in a list; one in several groups counts once. */
export const countPapers = ({ groups }: DigestList): number =>
  new Set(groups.flatMap(({ ids }) => ids)).size;
