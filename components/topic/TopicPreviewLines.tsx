import { i18n } from '#i18n';
import type { TopicPreview } from '../../lib/messages/answers.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { listWords, numberWords } from '../dates.ts';
import type { Answer } from '../use-answer.ts';

const titlesShown = 3;

/** What the topic would have matched: the count, some titles, what is spelt alike but no match. */
export function TopicPreviewLines({ answer }: { answer: Answer<TopicPreview | null> }) {
  if (answer.failure) return <p class="line problem">{answer.failure.message}</p>;
  const preview = answer.value;
  if (!preview)
    return <p class="line soft">{answer.state === 'waiting' ? i18n.t('topic.counting') : ''}</p>;
  if (preview.problem) return <p class="line problem">{preview.problem}</p>;
  return (
    <>
      <p class="line">{i18n.t('topic.count', preview.count, [numberWords(preview.count)])}</p>
      <ul class="preview-titles">
        {preview.matches.slice(0, titlesShown).map(({ paper }) => (
          <li key={paper.id}>{plainText(paper.title)}</li>
        ))}
      </ul>
      {preview.similarSpellings.length > 0 && (
        <p class="line soft">
          {i18n.t('topic.similar', [listWords(preview.similarSpellings.slice(0, 6))])}
        </p>
      )}
    </>
  );
}
