/** Applies synced data to this device's user data. */
import type { StoredMarks } from '../../marks/marks.ts';
import type { PaperId } from '../../paper/paper.ts';
import { canonicalJson } from '../../sync/canonical-json.ts';
import { shortHash } from '../../sync/short-hash.ts';
import type { SyncedData } from '../../sync/synced-data.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import { makeTopic, toTopic } from '../../topics/topic.ts';
import type { UserData } from '../../user-data/user-data.ts';

type SyncedKinds = Pick<UserData, 'topics' | 'marks' | 'alerts' | 'waiting'>;

/** This device's topics in their order, updated; new topics follow, oldest first. */
export function applyRemoteTopics(
  own: UserData['topics'],
  { topics }: SyncedData,
): UserData['topics'] {
  const here = new Set(own.map(({ id }) => id));
  let changed = false;
  const after = own.flatMap((topic) => {
    const there = topics[topic.id];
    if (there === undefined) return [topic];
    if (there.value === null) {
      changed = true;
      return [];
    }
    if (canonicalJson(there.value) === canonicalJson(toTopic(parseStoredTopic(topic))))
      return [topic];
    changed = true;
    return [makeTopic(there.value)];
  });
  const fresh = Object.values(topics)
    .flatMap(({ value }) => (value === null || here.has(value.id) ? [] : [value]))
    .sort((a, b) => (a.created < b.created ? -1 : 1));
  if (!changed && fresh.length === 0) return own;
  return [...after, ...fresh.map(makeTopic)];
}

/** Read marks as synced, of the papers `ids` and of those with marks. Saved marks stay. */
export function applyRemoteMarks(
  own: UserData['marks'],
  { read }: SyncedData,
  ids: Iterable<PaperId>,
): UserData['marks'] {
  const after: Record<PaperId, StoredMarks> = { ...own };
  let changed = false;
  for (const id of new Set([...Object.keys(own), ...ids])) {
    const there = read[shortHash(id)];
    const { read: isRead = null, saved = null } = own[id] ?? {};
    if (there === undefined || there.value === (isRead !== null)) continue;
    changed = true;
    if (there.value) after[id] = { read: there.at, saved };
    else if (saved === null) delete after[id];
    else after[id] = { read: null, saved };
  }
  return changed ? after : own;
}

/** Alerts or pending papers with the ids of topics that replaced duplicates. */
export function renameTopics<K extends 'alerts' | 'waiting'>(
  records: SyncedKinds[K],
  renamed: ReadonlyMap<string, string>,
): SyncedKinds[K] {
  if (renamed.size === 0) return records;
  return Object.fromEntries(
    Object.entries(records).map(([work, record]) => [
      work,
      {
        ...record,
        topics: [...new Set(record.topics.map((id) => renamed.get(id) ?? id))].sort(),
        ...('passed' in record && record.passed
          ? {
              passed: Object.fromEntries(
                Object.entries(record.passed).map(([id, limit]) => [renamed.get(id) ?? id, limit]),
              ),
            }
          : {}),
      },
    ]),
  );
}
