/** Compares days or moments for an order with the latest first; null is the oldest, equal ones stay as they are. */
export function latestFirst(a: string | null, b: string | null): number {
  const [one, other] = [a ?? '', b ?? ''];
  if (one === other) return 0;
  return one < other ? 1 : -1;
}
