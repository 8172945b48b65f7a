/** Moves marks and alerts of papers whose ids turned out to be of one paper. */
import type { DigestStore } from '../digest/store.ts';
import type { StoredMarks } from '../marks/marks.ts';
import type { PaperId } from '../paper/paper.ts';
import type { StoredAlert } from '../topics/stored-topics.ts';
import type { UserDataStore } from '../user-data/user-data.ts';

/** Moves marks and alerts from former ids to current ids. */
export async function followMerges({
  digest,
  userData,
}: {
  digest: Pick<DigestStore, 'currentIds'>;
  userData: UserDataStore;
}): Promise<void> {
  const ids = Object.keys({ ...(await userData.get('marks')), ...(await userData.get('alerts')) });
  const current = await digest.currentIds(ids);
  const moved = new Map(
    ids.flatMap((id, at) => (current[at] === id ? [] : [[id, current[at] ?? id]])),
  );
  if (moved.size === 0) return;
  await userData.update('marks', (marks) => rekey(marks, moved, mergeMarks));
  await userData.update('alerts', (alerts) => rekey(alerts, moved, mergeAlerts));
}

function rekey<T>(
  records: Record<PaperId, T>,
  moved: ReadonlyMap<PaperId, PaperId>,
  merge: (one: T, other: T) => T,
): Record<PaperId, T> {
  const after: Record<PaperId, T> = {};
  for (const [id, record] of Object.entries(records)) {
    const current = moved.get(id) ?? id;
    const other = after[current];
    after[current] = other === undefined ? record : merge(other, record);
  }
  return after;
}

const earlier = (one: string | null, other: string | null) =>
  one === null || (other !== null && other < one) ? other : one;

function mergeMarks(one: StoredMarks, other: StoredMarks): StoredMarks {
  return { read: earlier(one.read, other.read), saved: earlier(one.saved, other.saved) };
}

function mergeAlerts(one: StoredAlert, other: StoredAlert): StoredAlert {
  return {
    topics: [...new Set([...one.topics, ...other.topics])].sort(),
    at: one.at < other.at ? one.at : other.at,
  };
}
