import { i18n } from '#i18n';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import type { Day } from '../../lib/time/days.ts';
import { useAppContext } from '../app-context.ts';
import { formatRecentDay } from '../format.ts';
import { PaperList } from '../paper/PaperList.tsx';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { useAnswer } from '../use-answer.ts';

const maxPapers = 50;

const byDay = (papers: MarkedPaper[]) => [
  ...Map.groupBy(papers, ({ paper }): Day | null => paper.listedAt),
];

/** The newest papers, by the day on which Daily Papers listed them. */
export function LatestList() {
  const { background, now } = useAppContext();
  const [answer, again] = useAnswer(() => background.latest({ limit: maxPapers }), '');
  const dayTitle = (day: Day | null) =>
    day ? formatRecentDay(day, now()) : i18n.t('latest.undated');
  return (
    <AsyncContent
      answer={answer}
      waitingWords={i18n.t('waiting')}
      failedWords={i18n.t('latest.failed')}
      onRetry={again}
    >
      {({ papers }) =>
        papers.length === 0 ? (
          <p class="state soft">{i18n.t('latest.none')}</p>
        ) : (
          byDay(papers).map(([day, listed]) => (
            <section key={day} aria-label={dayTitle(day)}>
              <h2 class="group day">{dayTitle(day)}</h2>
              <PaperList label={dayTitle(day)} lines={listed} />
            </section>
          ))
        )
      }
    </AsyncContent>
  );
}
