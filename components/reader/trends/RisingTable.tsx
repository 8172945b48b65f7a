import { i18n } from '#i18n';
import type { DigestTrends } from '../../../lib/answers/reader/reader-answers.ts';
import type { RisingTerm } from '../../../lib/trends/rising-term.ts';
import { formatNumber, formatPercent, formatRate } from '../../format.ts';
import { Follow } from '../../topic/Follow.tsx';

const step = 4;
const height = 24;

/** The share of papers, week by week, as a line; the table's numbers say the same. */
function Sparkline({ counts, listed }: { counts: number[]; listed: number[] }) {
  const shares = counts.map((count, week) => count / Math.max(1, listed[week] ?? 0));
  const most = Math.max(...shares) || 1;
  const points = shares.map((share, week) => [
    week * step,
    height - 2 - (share / most) * (height - 4),
  ]);
  const [x, y] = points.at(-1) ?? [0, 0];
  return (
    <svg
      class="sparkline"
      viewBox={`-2 0 ${counts.length * step + 2} ${height}`}
      aria-hidden="true"
    >
      <polyline points={points.map((point) => point.join()).join(' ')} />
      <circle cx={x} cy={y} r="2" />
    </svg>
  );
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);

/** What is rising: counts, shares, the line of half a year, and a topic of it. */
export function RisingTable({ trends }: { trends: DigestTrends }) {
  const { rising, listed, recentWeeks, weeks } = trends;
  const recentOf = sum(listed.slice(-recentWeeks));
  const beforeOf = sum(listed.slice(0, -recentWeeks));
  const weeksBefore = weeks.length - recentWeeks;
  const of = (count: number, all: number) =>
    i18n.t('trends.of', [formatNumber(count), formatNumber(all), formatPercent(count / all)]);
  const times = ({ recent, before }: RisingTerm) =>
    before === 0
      ? i18n.t('trends.isNew')
      : i18n.t('trends.times', [formatRate((recent * beforeOf) / (before * recentOf))]);
  if (rising === null) return <p class="soft">{i18n.t('trends.tooFew')}</p>;
  return (
    <>
      <p class="line soft">
        {i18n.t('trends.risingHint', [formatNumber(recentWeeks), formatNumber(weeksBefore)])}
      </p>
      {rising.length === 0 ? (
        <p class="soft">{i18n.t('trends.calm')}</p>
      ) : (
        <table class="rising">
          <thead>
            <tr>
              <th scope="col">{i18n.t('trends.term')}</th>
              <th scope="col">{i18n.t('trends.recent', [formatNumber(recentWeeks)])}</th>
              <th scope="col">{i18n.t('trends.before', [formatNumber(weeksBefore)])}</th>
              <th scope="col">{i18n.t('trends.change')}</th>
              <th scope="col">{i18n.t('trends.line')}</th>
              <th scope="col">{i18n.t('topic.follow')}</th>
            </tr>
          </thead>
          <tbody>
            {rising.map((term) => (
              <tr key={term.term}>
                <th scope="row">{term.term}</th>
                <td data-label={i18n.t('trends.recent', [formatNumber(recentWeeks)])}>
                  {of(term.recent, recentOf)}
                </td>
                <td data-label={i18n.t('trends.before', [formatNumber(weeksBefore)])}>
                  {of(term.before, beforeOf)}
                </td>
                <td data-label={i18n.t('trends.change')}>{times(term)}</td>
                <td>
                  <Sparkline counts={term.weeks} listed={listed} />
                </td>
                <td class="rising-follow">
                  <Follow terms={[term.term]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
