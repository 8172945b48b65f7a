import { i18n } from '#i18n';
import type { Day } from '../../../lib/time/days.ts';
import { formatDate, formatNumber } from '../../format.ts';

/** Of a bar, in units of the chart's view box. */
const width = 8;
const gap = 2;
const height = 56;

interface Props {
  name: string;
  /** The first days of the weeks, oldest first. */
  weeks: Day[];
  counts: number[];
}

function Bars({ name, weeks, counts }: Props) {
  const max = Math.max(1, ...counts);
  const label = i18n.t('trends.chart', [
    name,
    formatNumber(Math.min(...counts)),
    formatNumber(Math.max(...counts)),
    formatNumber(counts.at(-1) ?? 0),
  ]);
  return (
    <svg
      viewBox={`0 0 ${weeks.length * (width + gap)} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {counts.map((count, week) => {
        const barHeight = count === 0 ? 0 : Math.max(1, (count / max) * (height - 1));
        return (
          <rect
            key={weeks[week]}
            x={week * (width + gap)}
            y={height - barHeight}
            width={width}
            height={barHeight}
          />
        );
      })}
    </svg>
  );
}

function WeekTable({ name, weeks, counts }: Props) {
  return (
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
  );
}

/** Papers per week as bars, in words, and as a table. */
export function WeekChart(props: Props) {
  const { name, weeks, counts } = props;
  return (
    <figure class="week-chart">
      <figcaption>{name}</figcaption>
      <Bars {...props} />
      <p class="week-ends line soft" aria-hidden="true">
        <span>{formatDate(weeks[0] ?? '')}</span>
        <span>{i18n.t('trends.most', [formatNumber(Math.max(1, ...counts))])}</span>
        <span>{formatDate(weeks.at(-1) ?? '')}</span>
      </p>
      <WeekTable {...props} />
    </figure>
  );
}
