/**
 * The significance of a change: a term is in `recent` of `recentOf` papers after it was in `before` of
 * `beforeOf`. The log-likelihood ratio G² of the two-by-two table of counts,
 *
 *     G² = 2 · Σ O · ln(O / E),   E = row total · column total / all papers,
 *
 * positive when the share rises, negative when it falls. It is used to order terms; being one of many
 * tests, a single value proves nothing.
 *
 * Dunning, "Accurate methods for the statistics of surprise and coincidence", 1993.
 */
export function signedRatio(
  recent: number,
  recentOf: number,
  before: number,
  beforeOf: number,
): number {
  const all = recentOf + beforeOf;
  const withTerm = recent + before;
  const part = (observed: number, row: number, column: number) =>
    observed === 0 ? 0 : observed * Math.log((observed * all) / (row * column));
  const sum =
    part(recent, recentOf, withTerm) +
    part(before, beforeOf, withTerm) +
    part(recentOf - recent, recentOf, all - withTerm) +
    part(beforeOf - before, beforeOf, all - withTerm);
  // Rounding can make a sum of 0 slightly negative.
  const ratio = Math.max(0, 2 * sum);
  return recent * beforeOf >= before * recentOf ? ratio : -ratio;
}
