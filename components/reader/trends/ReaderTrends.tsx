import { i18n } from '#i18n';
import type { DigestTrends } from '../../../lib/answers/reader/reader-answers.ts';
import { useAppContext } from '../../app-context.ts';
import { AsyncContent } from '../../shared/AsyncContent.tsx';
import { useAnswer } from '../../use-answer.ts';
import { RisingTable } from './RisingTable.tsx';
import { WeekChart } from './WeekChart.tsx';

function Trends({ trends }: { trends: DigestTrends }) {
  const { weeks, listed, topics } = trends;
  return (
    <>
      <section aria-labelledby="rising">
        <h2 id="rising">{i18n.t('trends.rising')}</h2>
        <RisingTable trends={trends} />
      </section>
      <section aria-labelledby="weekly">
        <h2 id="weekly">{i18n.t('trends.weekly')}</h2>
        <p class="line soft">{i18n.t('trends.weeklyHint')}</p>
        <div class="week-charts">
          <WeekChart name={i18n.t('trends.all')} weeks={weeks} counts={listed} />
          {topics.map(({ id, name, weeks: counts }) => (
            <WeekChart key={id} name={name} weeks={weeks} counts={counts} />
          ))}
        </div>
        {topics.length === 0 && <p class="soft">{i18n.t('topics.none')}</p>}
      </section>
    </>
  );
}

/** The trends of half a year: rising terms, and papers per week for all and by topic. */
export function ReaderTrends() {
  const { background } = useAppContext();
  const [answer, refetch] = useAnswer(
    async () => ({ trends: await background.digestTrends({}) }),
    '',
  );
  return (
    <AsyncContent
      answer={answer}
      waitingWords={i18n.t('topic.counting')}
      failedWords={i18n.t('trends.failed')}
      onRetry={refetch}
    >
      {({ trends }) =>
        trends ? <Trends trends={trends} /> : <p class="state soft">{i18n.t('latest.none')}</p>
      }
    </AsyncContent>
  );
}
