import { i18n } from '#i18n';
import type { Day } from '../../../lib/time/days.ts';
import { formatDate, formatNumber } from '../../format.ts';

const width = 8;
const gap = 2;
const height = 56;

interface Props {
  name: string;
  /** First days of the weeks, oldest first. */
  weeks: Day[];
  counts: number[];
}

/** Papers a week as bars, in words, and as a table. */
export function WeekChart({ name, weeks, counts }: Props) {
  const most = Math.max(1, ...counts);
  const words = i18n.t('trends.chart', [
    name,
    formatNumber(Math.min(...counts)),
    formatNumber(Math.max(...counts)),
    formatNumber(counts.at(-1) ?? 0),
  ]);
  return (
    <figure class="week-chart">
      <figcaption>{name}</figcaption>
      <svg
        viewBox={`0 0 ${weeks.length * (width + gap)} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        {counts.map((count, week) => {
          const tall = count === 0 ? 0 : Math.max(1, (count / most) * (height - 1));
          return (
            <rect
              key={weeks[week]}
              x={week * (width + gap)}
              y={height - tall}
              width={width}
              height={tall}
            />
          );
        })}
      </svg>
      <p class="week-ends line soft" aria-hidden="true">
        <span>{formatDate(weeks[0] ?? '')}</span>
        <span>{i18n.t('trends.most', [formatNumber(most)])}</span>
        <span>{formatDate(weeks.at(-1) ?? '')}</span>
      </p>
      <details>
        <summary class="line soft" aria-label={i18n.t('trends.tableOf', [name])}>
          {i18n.t('trends.table')}
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n.t('trends.weekOf')}</th>
              <th scope="col">{i18n.t('trends.papers')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, at) => (
              <tr key={week}>
                <td>{formatDate(week)}</td>
                <td>{formatNumber(counts[at] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
