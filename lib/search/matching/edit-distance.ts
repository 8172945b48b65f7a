/**
 * Whether the Levenshtein distance of two words is at most `maxEdits`: insertions, deletions and
 * substitutions. Row by row, given up where a whole row is over the limit.
 */
export function withinEdits(one: string, other: string, maxEdits: number): boolean {
  if (Math.abs(one.length - other.length) > maxEdits) return false;
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let rowMinimum = row;
    for (let at = 1; at <= other.length; at++) {
      const substitution = one.charCodeAt(row - 1) === other.charCodeAt(at - 1) ? 0 : 1;
      const cost = Math.min(
        (previous[at - 1] ?? 0) + substitution,
        (previous[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
      );
      current.push(cost);
      if (cost < rowMinimum) rowMinimum = cost;
    }
    if (rowMinimum > maxEdits) return false;
    previous = current;
  }
  return (previous[other.length] ?? 0) <= maxEdits;
}
