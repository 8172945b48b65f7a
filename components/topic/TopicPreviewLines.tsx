import { i18n } from '#i18n';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import type { Paper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import type { TopicPreview } from '../../lib/topics/topic-preview.ts';
import { averagePerWeek } from '../../lib/topics/weekly-limit.ts';
import { formatList, formatNumber, formatRate } from '../format.ts';
import { PaperFacts } from '../shared/PaperFacts.tsx';
import { QueryProblems } from '../shared/QueryProblems.tsx';
import type { AnswerState } from '../use-answer.ts';

interface RatesProps {
  /** Matches a week; null where no week is complete. */
  weekly: number | null;
  /** Matches in the last 30 days. */
  count: number;
}

/** How often a topic matches. */
export function Rates({ weekly, count }: RatesProps) {
  return (
    <>
      {weekly !== null && <span>{i18n.t('topic.weekly', [formatRate(weekly)])}</span>}
      <span>{i18n.t('topic.count', count, [formatNumber(count)])}</span>
    </>
  );
}

/** How often the topic would have matched, or why it never does. */
export function PreviewCount({ answer }: { answer: AnswerState<TopicPreview | null> }) {
  if (answer.failure) return <p class="line problem">{answer.failure.message}</p>;
  const preview = answer.value;
  if (!preview)
    return <p class="line soft">{answer.state === 'waiting' ? i18n.t('topic.counting') : ''}</p>;
  if (preview.problem) return <QueryProblems problems={[preview.problem]} />;
  const { count, weeks } = preview;
  return (
    <p class="line dotted">
      <Rates weekly={weeks.length > 0 ? averagePerWeek(weeks, 0) : null} count={count} />
    </p>
  );
}

/** A paper's title in one line. */
export function PreviewTitle({ paper }: { paper: Paper }) {
  const title = plainText(paper.title);
  return (
    <span class="preview-title" dir="auto" title={title}>
      {title}
    </span>
  );
}

function Titles({ papers }: { papers: MarkedPaper[] }) {
  return (
    <ul class="preview-titles">
      {papers.map(({ paper, marks }) => (
        <li key={paper.id}>
          <PreviewTitle paper={paper} />
          <PaperFacts paper={paper} marks={marks} />
        </li>
      ))}
    </ul>
  );
}

/** The newest matches, those below the limit, and similar spellings that do not match. */
export function PreviewPapers({ preview }: { preview: TopicPreview }) {
  const { matches, below, similarSpellings } = preview;
  return (
    <>
      {matches.length > 0 && (
        <section aria-label={i18n.t('topic.newest')}>
          <p class="line soft">{i18n.t('topic.newest')}</p>
          <Titles papers={matches} />
        </section>
      )}
      {below.count > 0 && (
        <details>
          <summary class="line soft">
            {i18n.t('topic.below', below.count, [formatNumber(below.count)])}
          </summary>
          <Titles papers={below.matches} />
        </details>
      )}
      {similarSpellings.length > 0 && (
        <p class="line soft">{i18n.t('topic.similar', [formatList(similarSpellings)])}</p>
      )}
    </>
  );
}
