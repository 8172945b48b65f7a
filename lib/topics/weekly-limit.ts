/**
 * How many papers a week a topic brings, and from how many upvotes on a week's budget holds. All of
 * it by today's upvotes: what a paper had in its first days is not known.
 */

/** Matches of one week, each by its upvotes. */
export interface WeekOfUpvotes {
  upvotes: readonly number[];
}

/** Matches of a week that have at least so many upvotes. */
export function within(week: WeekOfUpvotes, least: number): number {
  return week.upvotes.filter((upvotes) => upvotes >= least).length;
}

/** Mean number of matches a week with at least so many upvotes; 0 without weeks. */
export function perWeek(weeks: readonly WeekOfUpvotes[], least: number): number {
  if (weeks.length === 0) return 0;
  return weeks.reduce((sum, week) => sum + within(week, least), 0) / weeks.length;
}

/**
 * The smallest number of upvotes with which the weeks bring `budget` papers or fewer on average; 0
 * where they do so anyway.
 */
export function minimumFor(weeks: readonly WeekOfUpvotes[], budget: number): number {
  const allowed = Math.floor(budget * weeks.length);
  const upvotes = weeks.flatMap((week) => week.upvotes).sort((a, b) => b - a);
  const first = upvotes[allowed];
  return first === undefined ? 0 : first + 1;
}

/** Budgets to choose from, papers a week; the last stands for all. */
export const weeklyLimits = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, Number.POSITIVE_INFINITY] as const;

/** The place in `budgets` of the largest that a limit keeps to. */
export function weeklyLimitIndex(weeks: readonly WeekOfUpvotes[], least: number): number {
  if (least === 0) return weeklyLimits.length - 1;
  const place = weeklyLimits.findLastIndex((budget) => minimumFor(weeks, budget) >= least);
  return Math.max(0, place);
}

/**
 * About half of what a limit lets through, by the budgets, for "fewer of these": from how many
 * upvotes on, and what a week then brings. Null where a cut would hardly be felt.
 */
export function lowerLimit(
  weeks: readonly WeekOfUpvotes[],
  least: number,
): { least: number; perWeek: number } | null {
  const before = perWeek(weeks, least);
  const wanted = Math.max(1, before / 2);
  const budget = weeklyLimits.findLast((some) => some <= wanted) ?? 1;
  const cut = minimumFor(weeks, budget);
  const after = perWeek(weeks, cut);
  return cut > least && after <= before * 0.8 ? { least: cut, perWeek: after } : null;
}
