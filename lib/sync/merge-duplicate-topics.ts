import type { Moment } from '../time/days.ts';
import type { Topic } from '../topics/topic.ts';
import { canonicalJson } from './canonical-json.ts';
import { after } from './record-local-changes.ts';
import type { SyncedData } from './synced-data.ts';

/** What two topics have in common that are one but for id, name and day. */
function sameness({ id, name, created, query, ...rest }: Topic): string {
  return `${canonicalJson(rest)} ${query.trim()}`;
}

export interface MergedTopics {
  copy: SyncedData;
  /** By the id of a topic that was given up for its double, the id of that double. */
  renamed: Map<string, string>;
}

/** Of topics that are the same the first made stays; every device comes to the same one. */
export function mergeDuplicateTopics(copy: SyncedData, now: Moment): MergedTopics {
  const live = Object.values(copy.topics).flatMap(({ value }) => (value === null ? [] : [value]));
  const renamed = new Map<string, string>();
  for (const doubles of Map.groupBy(live, sameness).values()) {
    const [first, ...others] = doubles.sort((a, b) =>
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
