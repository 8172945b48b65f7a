/** A comparator of days or moments: the latest first, null last. */
export function latestFirst(a: string | null, b: string | null): number {
  const [one, other] = [a ?? '', b ?? ''];
  if (one === other) return 0;
  return one < other ? 1 : -1;
}
