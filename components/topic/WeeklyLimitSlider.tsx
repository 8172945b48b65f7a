import { i18n } from '#i18n';
import type { PreviewWeek } from '../../lib/topics/topic-preview.ts';
import {
  averagePerWeek,
  minUpvotesFor,
  weeklyLimitIndex,
  weeklyLimits,
} from '../../lib/topics/weekly-limit.ts';
import { formatNumber, formatRate } from '../format.ts';
import { useUniqueId } from '../use-unique-id.ts';

export interface WeeklyLimitProps {
  weeks: PreviewWeek[];
  /** The fewest upvotes, or the lowest score, that a match needs. */
  minimum: number;
  onMinimum: (minimum: number) => void;
  /** The minimum is a similarity score, not a number of upvotes. */
  isScore?: boolean;
}

/** The number of limits below what the topic matches without one; the slider's end is "all". */
const usefulLimits = (weeks: PreviewWeek[]): number =>
  weeklyLimits.filter((limit) => limit < averagePerWeek(weeks, 0)).length;

/** How many papers a week the topic may bring; the minimum that keeps to it follows. */
export function WeeklyLimitSlider({
  weeks,
  minimum,
  onMinimum,
  isScore = false,
}: WeeklyLimitProps) {
  const id = useUniqueId();
  const last = usefulLimits(weeks);
  if (last === 0 && minimum === 0) return null;
  const excludesNone = averagePerWeek(weeks, minimum) === averagePerWeek(weeks, 0);
  const index = excludesNone
    ? last
    : Math.min(weeklyLimitIndex(weeks, minimum), Math.max(0, last - 1));
  const label =
    index >= last
      ? i18n.t('topic.budgetAll')
      : i18n.t('topic.budgetSome', [formatNumber(weeklyLimits[index] ?? 0)]);
  const choose = (to: number) =>
    onMinimum(to >= last ? 0 : minUpvotesFor(weeks, weeklyLimits[to] ?? 0));
  const rate = formatRate(averagePerWeek(weeks, minimum));
  const effect = isScore
    ? i18n.t('topic.cutLike', [rate])
    : `${i18n.t('topic.cut', [formatNumber(minimum), rate])} ${i18n.t('topic.cutNote')}`;
  return (
    <div class="budget">
      <label for={id}>{i18n.t('topic.budget')}</label>
      <div class="budget-row">
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          step={1}
          value={index}
          aria-valuetext={label}
          aria-describedby={`${id}effect`}
          onInput={(event) => choose(Number(event.currentTarget.value))}
        />
        <output for={id}>{label}</output>
      </div>
      <p class="line soft" id={`${id}effect`}>
        {minimum > 0 && effect}
      </p>
    </div>
  );
}
