import type { Moment } from '../time/days.ts';
import type { Topic } from '../topics/topic.ts';
import { canonicalJson } from './canonical-json.ts';
import { after } from './record-local-changes.ts';
import type { SyncedData } from './synced-data.ts';

/** A key that topics share when they differ in id, name and creation only. */
function duplicateKey({ id, name, created, query, ...rest }: Topic): string {
  return `${canonicalJson(rest)} ${query.trim()}`;
}

interface MergedTopics {
  copy: SyncedData;
  /** By the id of a deleted duplicate, the id of the topic that stays. */
  renamed: Map<string, string>;
}

/** Of duplicate topics the oldest stays, so that every device keeps the same one. */
export function mergeDuplicateTopics(copy: SyncedData, now: Moment): MergedTopics {
  const live = Object.values(copy.topics).flatMap(({ value }) => (value === null ? [] : [value]));
  const renamed = new Map<string, string>();
  for (const duplicates of Map.groupBy(live, duplicateKey).values()) {
    const [first, ...others] = duplicates.sort((a, b) =>
      a.created + a.id < b.created + b.id ? -1 : 1,
    );
    for (const { id } of others) if (first) renamed.set(id, first.id);
  }
  if (renamed.size === 0) return { copy, renamed };
  const topics = { ...copy.topics };
  for (const id of renamed.keys()) {
    topics[id] = { at: after(topics[id]?.at ?? now, now), value: null };
  }
  return { copy: { ...copy, topics }, renamed };
}
