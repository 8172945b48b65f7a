import type { Marks, StoredMarks } from '../../marks/marks.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';

const noStoredMarks: StoredMarks = { read: null, saved: null };

/** The marks of these papers; each id has an entry. */
export async function marksOf(
  userData: Pick<UserDataStore, 'get'>,
  ids: PaperId[],
): Promise<Map<PaperId, Marks>> {
  const marks = await userData.get('marks');
  return new Map(
    ids.map((id) => {
      const { read, saved } = marks[id] ?? noStoredMarks;
      return [id, { read: read !== null, saved: saved !== null }];
    }),
  );
}

/** Sets or removes one mark of these papers. A mark that is set already keeps its moment. */
export async function setMark(
  userData: Pick<UserDataStore, 'update'>,
  mark: keyof StoredMarks,
  ids: PaperId[],
  on: boolean,
  now: Moment,
): Promise<void> {
  await userData.update('marks', (marks) => {
    const changed = ids.filter((id) => ((marks[id]?.[mark] ?? null) !== null) !== on);
    if (changed.length === 0) return marks;
    const after = { ...marks };
    for (const id of changed) {
      const { [mark]: _, ...others } = after[id] ?? noStoredMarks;
      const set = { ...noStoredMarks, ...others, [mark]: on ? now : null };
      if (set.read === null && set.saved === null) delete after[id];
      else after[id] = set;
    }
    return after;
  });
}
