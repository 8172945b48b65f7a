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

interface Props {
  weeks: PreviewWeek[];
  least: number;
  onLeast: (least: number) => void;
  /** The limit is a score of likeness, not a number of upvotes. */
  scores?: boolean;
}

/** The places worth choosing: those below what the query brings anyway, and all. */
function placesFor(weeks: PreviewWeek[]): number {
  const all = averagePerWeek(weeks, 0);
  return weeklyLimits.filter((budget) => budget < all).length;
}

/** How many papers a week to be told of; the number of upvotes that keeps to it follows. */
export function WeeklyLimitSlider({ weeks, least, onLeast, scores = false }: Props) {
  const id = useUniqueId();
  const last = placesFor(weeks);
  if (last === 0 && least === 0) return null;
  const isAll = averagePerWeek(weeks, least) === averagePerWeek(weeks, 0);
  const place = isAll ? last : Math.min(weeklyLimitIndex(weeks, least), Math.max(0, last - 1));
  const all = place >= last;
  const words = all
    ? i18n.t('topic.budgetAll')
    : i18n.t('topic.budgetSome', [formatNumber(weeklyLimits[place] ?? 0)]);
  const choose = (to: number) =>
    onLeast(to >= last ? 0 : minUpvotesFor(weeks, weeklyLimits[to] ?? 0));
  const rate = formatRate(averagePerWeek(weeks, least));
  const cut = scores
    ? i18n.t('topic.cutLike', [rate])
    : `${i18n.t('topic.cut', [formatNumber(least), rate])} ${i18n.t('topic.cutNote')}`;
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
          value={place}
          aria-valuetext={words}
          aria-describedby={`${id}cut`}
          onInput={(event) => choose(Number(event.currentTarget.value))}
        />
        <output for={id}>{words}</output>
      </div>
      <p class="line soft" id={`${id}cut`}>
        {least > 0 && cut}
      </p>
    </div>
  );
}
