import { dayOfNumber, type Outline, sourcesAt } from '../../digest/outline.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { Day } from '../../time/days.ts';
import type { DigestGroup } from './reader-answers.ts';

type Grouping = 'day' | 'week' | 'month' | 'source';

/** Monday of a day's week. */
export function weekOf(day: Day): Day {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** Indexes in the outline, newest first; on one day by upvotes, then the later id. */
export function newestFirst(outline: Outline, indexes: number[]): number[] {
  return indexes.sort(
    (a, b) => at(outline.days, b) - at(outline.days, a) || byUpvotes(outline, a, b),
  );
}

/**
 * Groups of days, weeks and months: newest first, the most upvoted papers first. Groups of sources:
 * in order of their priority, newest papers first; a paper of several sources is in each.
 */
export function groupsOf(outline: Outline, indexes: number[], by: Grouping): DigestGroup[] {
  const groupOf = (key: string, members: number[]): DigestGroup => ({
    key,
    name: null,
    ids: members.map((index) => outline.ids[index] as PaperId),
  });
  if (by === 'source') {
    const groups = new Map<string, number[]>();
    for (const index of newestFirst(outline, indexes)) {
      for (const source of sourcesAt(outline, index)) {
        const members = groups.get(source);
        if (members) members.push(index);
        else groups.set(source, [index]);
      }
    }
    return [...groups].map(([source, members]) => groupOf(source, members));
  }
  const keys = new Map<number, string>();
  const keyOf = (index: number): string => {
    const number = at(outline.days, index);
    const known = keys.get(number);
    if (known !== undefined) return known;
    const day = dayOfNumber(number);
    const key = day === null ? '' : by === 'day' ? day : by === 'week' ? weekOf(day) : month(day);
    keys.set(number, key);
    return key;
  };
  return [...Map.groupBy(indexes, keyOf)]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([key, members]) =>
      groupOf(
        key,
        members.sort((a, b) => byUpvotes(outline, a, b)),
      ),
    );
}

const month = (day: Day): string => day.slice(0, 7);
const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0;

function byUpvotes({ ids, upvotes }: Outline, a: number, b: number): number {
  return at(upvotes, b) - at(upvotes, a) || ((ids[a] ?? '') < (ids[b] ?? '') ? 1 : -1);
}

/** The first groups with at most `maxPapers` papers in total, and the number of papers cut off. */
export function limitGroups(
  groups: DigestGroup[],
  maxPapers: number,
): [kept: DigestGroup[], truncated: number] {
  const kept: DigestGroup[] = [];
  let room = maxPapers;
  let truncated = 0;
  for (const group of groups) {
    const ids = group.ids.slice(0, room);
    if (ids.length > 0) kept.push({ ...group, ids });
    truncated += group.ids.length - ids.length;
    room -= ids.length;
  }
  return [kept, truncated];
}
