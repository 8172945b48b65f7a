/**
 * The first `count` items in the order of `compare`, which must leave no ties, without a full sort.
 */
export function firstK<T>(
  items: readonly T[],
  count: number,
  compare: (a: T, b: T) => number,
): T[] {
  if (items.length <= 2 * count) return [...items].sort(compare).slice(0, count);
  let first: T[] = [];
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined && compare(item, last) > 0) continue;
    first.push(item);
    if (first.length < 2 * count) continue;
    first = first.sort(compare).slice(0, count);
    last = first[count - 1];
  }
  return first.sort(compare).slice(0, count);
}
