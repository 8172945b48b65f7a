import { i18n } from '#i18n';
import type { DigestTrends } from '../../../lib/answers/reader/reader-answers.ts';
import type { RisingTerm } from '../../../lib/trends/rising-term.ts';
import { formatNumber, formatPercent, formatRate } from '../../format.ts';
import { Follow } from '../../topic/Follow.tsx';

/** Of the sparkline: pixels per week, and its height. */
const step = 4;
const height = 24;

/** The share of papers per week as a line. Decorative: the table's numbers say the same. */
function Sparkline({ counts, listed }: { counts: number[]; listed: number[] }) {
  const shares = counts.map((count, week) => count / Math.max(1, listed[week] ?? 0));
  const max = Math.max(...shares) || 1;
  const points = shares.map((share, week) => [
    week * step,
    height - 2 - (share / max) * (height - 4),
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

/** All papers of the recent weeks and of those before. */
interface Totals {
  recent: number;
  before: number;
}

const formatShare = (count: number, total: number) =>
  i18n.t('trends.of', [formatNumber(count), formatNumber(total), formatPercent(count / total)]);

/** How many times its former share a term has now. */
const formatGrowth = ({ recent, before }: RisingTerm, totals: Totals) =>
  before === 0
    ? i18n.t('trends.isNew')
    : i18n.t('trends.times', [formatRate((recent * totals.before) / (before * totals.recent))]);

interface RowProps {
  term: RisingTerm;
  totals: Totals;
  listed: number[];
  /** The headings of the counts; narrow windows show them in the cells. */
  labels: Record<keyof Totals, string>;
}

function RisingRow({ term, totals, listed, labels }: RowProps) {
  return (
    <tr>
      <th scope="row">{term.term}</th>
      <td data-label={labels.recent}>{formatShare(term.recent, totals.recent)}</td>
      <td data-label={labels.before}>{formatShare(term.before, totals.before)}</td>
      <td data-label={i18n.t('trends.change')}>{formatGrowth(term, totals)}</td>
      <td>
        <Sparkline counts={term.weeks} listed={listed} />
      </td>
      <td class="rising-follow">
        <Follow terms={[term.term]} />
      </td>
    </tr>
  );
}

/** The rising terms: counts, shares, a line over half a year, and a button to follow each. */
export function RisingTable({ trends }: { trends: DigestTrends }) {
  const { rising, listed, recentWeeks, weeks } = trends;
  if (rising === null) return <p class="soft">{i18n.t('trends.tooFew')}</p>;
  const [recent, before] = [recentWeeks, weeks.length - recentWeeks].map(formatNumber) as [
    string,
    string,
  ];
  const totals = {
    recent: sum(listed.slice(-recentWeeks)),
    before: sum(listed.slice(0, -recentWeeks)),
  };
  const labels = {
    recent: i18n.t('trends.recent', [recent]),
    before: i18n.t('trends.before', [before]),
  };
  return (
    <>
      <p class="line soft">{i18n.t('trends.risingHint', [recent, before])}</p>
      {rising.length === 0 ? (
        <p class="soft">{i18n.t('trends.calm')}</p>
      ) : (
        <table class="rising">
          <thead>
            <tr>
              <th scope="col">{i18n.t('trends.term')}</th>
              <th scope="col">{labels.recent}</th>
              <th scope="col">{labels.before}</th>
              <th scope="col">{i18n.t('trends.change')}</th>
              <th scope="col">{i18n.t('trends.line')}</th>
              <th scope="col">{i18n.t('topic.follow')}</th>
            </tr>
          </thead>
          <tbody>
            {rising.map((term) => (
              <RisingRow
                key={term.term}
                term={term}
                totals={totals}
                listed={listed}
                labels={labels}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
