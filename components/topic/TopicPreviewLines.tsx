import { i18n } from '#i18n';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import type { TopicPreview } from '../../lib/topics/topic-preview.ts';
import { averagePerWeek } from '../../lib/topics/weekly-limit.ts';
import { formatList, formatNumber, formatRate } from '../format.ts';
import { PaperFacts } from '../shared/PaperFacts.tsx';
import { QueryProblems } from '../shared/QueryProblems.tsx';
import type { AnswerState } from '../use-answer.ts';

/** What the topic would have matched, in a line: how often, or why never. */
export function PreviewCount({ answer }: { answer: AnswerState<TopicPreview | null> }) {
  if (answer.failure) return <p class="line problem">{answer.failure.message}</p>;
  const preview = answer.value;
  if (!preview)
    return <p class="line soft">{answer.state === 'waiting' ? i18n.t('topic.counting') : ''}</p>;
  if (preview.problem) return <QueryProblems problems={[preview.problem]} />;
  const { count, weeks } = preview;
  return (
    <p class="line dotted">
      {weeks.length > 0 && (
        <span>{i18n.t('topic.weekly', [formatRate(averagePerWeek(weeks, 0))])}</span>
      )}
      <span>{i18n.t('topic.count', count, [formatNumber(count)])}</span>
    </p>
  );
}

function Titles({ papers }: { papers: MarkedPaper[] }) {
  return (
    <ul class="preview-titles">
      {papers.map(({ paper, marks }) => (
        <li key={paper.id}>
          <span class="preview-title" dir="auto" title={plainText(paper.title)}>
            {plainText(paper.title)}
          </span>
          <PaperFacts paper={paper} marks={marks} />
        </li>
      ))}
    </ul>
  );
}

/** The newest matches, those below the limit, and what is spelt alike but no match. */
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
