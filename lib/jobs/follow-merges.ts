/** Marks and alerts follow their papers when two ids turn out to be one work. */

import type { DigestStore } from '../digest/store.ts';
import type { StoredMarks } from '../marks/marks.ts';
import type { PaperId } from '../paper/paper.ts';
import type { StoredAlert } from '../topics/stored-topics.ts';
import type { UserDataStore } from '../user-data/user-data.ts';

/** Moves what stands under former ids to the ids of today. Does nothing where there is nothing to move. */
export async function followMerges(
  digest: Pick<DigestStore, 'currentIds'>,
  userData: UserDataStore,
): Promise<void> {
  const ids = Object.keys({ ...(await userData.get('marks')), ...(await userData.get('alerts')) });
  const current = await digest.currentIds(ids);
  const moved = new Map(
    ids.flatMap((id, at) => (current[at] === id ? [] : [[id, current[at] ?? id]])),
  );
  if (moved.size === 0) return;
  await userData.update('marks', (marks) => rekeyed(marks, moved, joinMarks));
  await userData.update('alerts', (alerts) => rekeyed(alerts, moved, joinAlerts));
}

function rekeyed<T>(
  records: Record<PaperId, T>,
  moved: ReadonlyMap<PaperId, PaperId>,
  join: (one: T, other: T) => T,
): Record<PaperId, T> {
  const after: Record<PaperId, T> = {};
  for (const [id, record] of Object.entries(records)) {
    const now = moved.get(id) ?? id;
    const other = after[now];
    after[now] = other === undefined ? record : join(other, record);
  }
  return after;
}

const earlier = (one: string | null, other: string | null) =>
  one === null || (other !== null && other < one) ? other : one;

function joinMarks(one: StoredMarks, other: StoredMarks): StoredMarks {
  return { read: earlier(one.read, other.read), saved: earlier(one.saved, other.saved) };
}

function joinAlerts(one: StoredAlert, other: StoredAlert): StoredAlert {
  return {
    topics: [...new Set([...one.topics, ...other.topics])].sort(),
    at: one.at < other.at ? one.at : other.at,
  };
}
