/** The outline's papers in groups: which there are, and in what order. */
import { dayOfNumber, type Outline, sourcesAt } from '../../digest/outline.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { Day } from '../../time/days.ts';
import type { DigestGroup } from './reader-answers.ts';

export type Grouping = 'day' | 'week' | 'month' | 'source';

/** Monday of a day's week. */
export function weekOf(day: Day): Day {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** Places in the outline, newest first; on one day the most upvoted first, then the later id. */
export function newestFirst(outline: Outline, places: number[]): number[] {
  return places.sort(
    (a, b) => at(outline.days, b) - at(outline.days, a) || byUpvotes(outline, a, b),
  );
}

/**
 * Groups in order. Those of days, weeks and months are newest first and hold their most upvoted
 * papers first; those of sources are in the order in which sources are believed, newest papers
 * first, and a paper of several sources stands in each.
 */
export function groupsOf(outline: Outline, places: number[], by: Grouping): DigestGroup[] {
  const named = (key: string, members: number[]): DigestGroup => ({
    key,
    name: null,
    ids: members.map((place) => outline.ids[place] as PaperId),
  });
  if (by === 'source') {
    const groups = new Map<string, number[]>();
    for (const place of newestFirst(outline, places)) {
      for (const source of sourcesAt(outline, place)) {
        const members = groups.get(source);
        if (members) members.push(place);
        else groups.set(source, [place]);
      }
    }
    return [...groups].map(([source, members]) => named(source, members));
  }
  const keys = new Map<number, string>();
  const keyOf = (place: number): string => {
    const number = at(outline.days, place);
    const known = keys.get(number);
    if (known !== undefined) return known;
    const day = dayOfNumber(number);
    const key = day === null ? '' : by === 'day' ? day : by === 'week' ? weekOf(day) : month(day);
    keys.set(number, key);
    return key;
  };
  return [...Map.groupBy(places, keyOf)]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([key, members]) =>
      named(
        key,
        members.sort((a, b) => byUpvotes(outline, a, b)),
      ),
    );
}

const month = (day: Day): string => day.slice(0, 7);
const at = (numbers: Int32Array, place: number): number => numbers[place] ?? 0;

function byUpvotes({ ids, upvotes }: Outline, a: number, b: number): number {
  return at(upvotes, b) - at(upvotes, a) || ((ids[a] ?? '') < (ids[b] ?? '') ? 1 : -1);
}

/** The groups with no more than so many papers in all, and how many were cut off at the end. */
export function limitGroups(
  groups: DigestGroup[],
  most: number,
): [kept: DigestGroup[], leftOut: number] {
  const kept: DigestGroup[] = [];
  let room = most;
  let leftOut = 0;
  for (const group of groups) {
    const ids = group.ids.slice(0, room);
    if (ids.length > 0) kept.push({ ...group, ids });
    leftOut += group.ids.length - ids.length;
    room -= ids.length;
  }
  return [kept, leftOut];
}
