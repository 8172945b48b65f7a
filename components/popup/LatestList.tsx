import { i18n } from '#i18n';
import type { ListedPaper } from '../../lib/marks/marks.ts';
import type { Day } from '../../lib/time/days.ts';
import { useSurroundings } from '../app-context.ts';
import { recentDayWords } from '../format.ts';
import { PaperList } from '../paper/PaperList.tsx';
import { Asked } from '../shared/AsyncContent.tsx';
import { useAnswer } from '../use-answer.ts';

const shown = 50;

const byDay = (papers: ListedPaper[]) => [
  ...Map.groupBy(papers, ({ paper }): Day | null => paper.listedAt),
];

/** The newest papers, by the day on which Daily Papers listed them. */
export function LatestList() {
  const { background, now } = useSurroundings();
  const [answer, again] = useAnswer(() => background.latest({ limit: shown }), '');
  const dayWords = (day: Day | null) =>
    day ? recentDayWords(day, now()) : i18n.t('latest.undated');
  return (
    <Asked
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
            <section key={day} aria-label={dayWords(day)}>
              <h2 class="group day">{dayWords(day)}</h2>
              <PaperList label={dayWords(day)} lines={listed} />
            </section>
          ))
        )
      }
    </Asked>
  );
}
