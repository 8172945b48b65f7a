import { i18n } from '#i18n';
import type { PreviewWeek } from '../../lib/topics/topic-preview.ts';
import { countWithin } from '../../lib/topics/weekly-limit.ts';
import { formatDate, formatNumber } from '../format.ts';

const share = (count: number, most: number) => `${(100 * count) / Math.max(1, most)}%`;

function weekWords(week: PreviewWeek, least: number): string {
  const inside = countWithin(week, least);
  const below = week.upvotes.length - inside;
  const from = formatDate(week.from);
  return below > 0
    ? i18n.t('topic.weekBelow', [from, formatNumber(inside), formatNumber(below)])
    : i18n.t('topic.week', [from, formatNumber(inside)]);
}

/** Matches a week as small bars; those with fewer upvotes than `least` stand paler on top. */
export function WeekBars({ weeks, least }: { weeks: PreviewWeek[]; least: number }) {
  const most = Math.max(...weeks.map(({ upvotes }) => upvotes.length));
  return (
    <ol class="weeks" aria-label={i18n.t('topic.bars')}>
      {weeks.map((week) => {
        const words = weekWords(week, least);
        const inside = countWithin(week, least);
        return (
          <li key={week.from} title={words}>
            <span class="unseen">{words}</span>
            <span
              class="bar-below"
              style={{ height: share(week.upvotes.length - inside, most) }}
              aria-hidden="true"
            />
            <span class="bar-inside" style={{ height: share(inside, most) }} aria-hidden="true" />
          </li>
        );
      })}
    </ol>
  );
}
