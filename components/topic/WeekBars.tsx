import { i18n } from '#i18n';
import type { PreviewWeek } from '../../lib/topics/topic-preview.ts';
import { countWithin } from '../../lib/topics/weekly-limit.ts';
import { formatDate, formatNumber } from '../format.ts';

const percent = (count: number, max: number) => `${(100 * count) / Math.max(1, max)}%`;

function formatWeek({ from }: PreviewWeek, inside: number, below: number): string {
  const day = formatDate(from);
  return below > 0
    ? i18n.t('topic.weekBelow', [day, formatNumber(inside), formatNumber(below)])
    : i18n.t('topic.week', [day, formatNumber(inside)]);
}

interface Props {
  weeks: PreviewWeek[];
  minimum: number;
}

/** Matches per week as bars; the part with fewer upvotes than `minimum` is paler, on top. */
export function WeekBars({ weeks, minimum }: Props) {
  const max = Math.max(...weeks.map(({ upvotes }) => upvotes.length));
  return (
    <ol class="weeks" aria-label={i18n.t('topic.bars')}>
      {weeks.map((week) => {
        const inside = countWithin(week, minimum);
        const below = week.upvotes.length - inside;
        const label = formatWeek(week, inside, below);
        return (
          <li key={week.from} title={label}>
            <span class="unseen">{label}</span>
            <span class="bar-below" style={{ height: percent(below, max) }} aria-hidden="true" />
            <span class="bar-inside" style={{ height: percent(inside, max) }} aria-hidden="true" />
          </li>
        );
      })}
    </ol>
  );
}
