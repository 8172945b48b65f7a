/**
 * The weekly limit of a topic: papers per week, and the minimum of upvotes that keeps to it. By
 * current upvotes, because what a paper had in its first days is unknown.
 */

/** The upvotes of each match of one week. */
interface WeekOfUpvotes {
  upvotes: readonly number[];
}

/** Number of matches of a week with at least `minUpvotes`. */
export function countWithin(week: WeekOfUpvotes, minUpvotes: number): number {
  return week.upvotes.filter((upvotes) => upvotes >= minUpvotes).length;
}

/** Mean number of matches per week with at least `minUpvotes`; 0 without weeks. */
export function averagePerWeek(weeks: readonly WeekOfUpvotes[], minUpvotes: number): number {
  if (weeks.length === 0) return 0;
  return weeks.reduce((sum, week) => sum + countWithin(week, minUpvotes), 0) / weeks.length;
}

/**
 * The smallest minimum of upvotes that brings at most `limit` papers per week on average; 0 if any
 * does.
 */
export function minUpvotesFor(weeks: readonly WeekOfUpvotes[], limit: number): number {
  const allowed = Math.floor(limit * weeks.length);
  const upvotes = weeks.flatMap((week) => week.upvotes).sort((a, b) => b - a);
  const first = upvotes[allowed];
  return first === undefined ? 0 : first + 1;
}

/** Weekly limits to choose from, in papers per week; the last is no limit. */
export const weeklyLimits = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, Number.POSITIVE_INFINITY] as const;

/** The index in `weeklyLimits` of the largest limit that a minimum of upvotes keeps to. */
export function weeklyLimitIndex(weeks: readonly WeekOfUpvotes[], minUpvotes: number): number {
  if (minUpvotes === 0) return weeklyLimits.length - 1;
  const index = weeklyLimits.findLastIndex((limit) => minUpvotesFor(weeks, limit) >= minUpvotes);
  return Math.max(0, index);
}

/**
 * For "fewer of these": the minimum of upvotes that about halves what a topic brings, by the weekly
 * limits, and the papers per week that remain. Null where it would hardly change anything.
 */
export function lowerLimit(
  weeks: readonly WeekOfUpvotes[],
  minUpvotes: number,
): { least: number; perWeek: number } | null {
  const before = averagePerWeek(weeks, minUpvotes);
  const target = Math.max(1, before / 2);
  const limit = weeklyLimits.findLast((one) => one <= target) ?? 1;
  const least = minUpvotesFor(weeks, limit);
  const after = averagePerWeek(weeks, least);
  return least > minUpvotes && after <= before * 0.8 ? { least, perWeek: after } : null;
}
