/** Spelling distance between short words. */

/** Whether one word becomes the other by at most `most` insertions, deletions or substitutions. */
export function withinEdits(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let at = 1; at <= other.length; at++) {
      const same = one.charCodeAt(row - 1) === other.charCodeAt(at - 1) ? 0 : 1;
      const cost = Math.min(
        (before[at - 1] ?? 0) + same,
        (before[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
      );
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return false;
    before = current;
  }
  return (before[other.length] ?? 0) <= most;
}
