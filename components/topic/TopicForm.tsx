import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TopicPreview } from '../../lib/messages/answers.ts';
import { numberWords } from '../dates.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAnswer, useSettled } from '../use-answer.ts';
import { useOwnId } from '../use-own-id.ts';
import { BudgetSlider } from './BudgetSlider.tsx';
import { firstQuery, nameOf } from './query-terms.ts';
import { TermChips } from './TermChips.tsx';
import { type TopicFormProps, TopicFrame, type TopicWish } from './TopicFrame.tsx';
import { PreviewCount, PreviewPapers } from './TopicPreviewLines.tsx';
import { WeekBars } from './WeekBars.tsx';

interface Props extends TopicFormProps {
  /** Suggested terms, strongest first. */
  terms: string[];
  /** A topic being edited; absent for a new one. */
  topic?: TopicWish | undefined;
}

const limit = (least: number) => (least > 0 ? { least } : {});

/** A topic's name and query with what it would have matched. Stores nothing before its button. */
export function TopicForm({ terms, topic, ...frame }: Props) {
  const { background } = useSurroundings();
  const [query, setQuery] = useState(topic?.query ?? firstQuery(terms));
  const [ownName, setOwnName] = useState<string | null>(topic?.name ?? null);
  const [least, setLeast] = useState(topic?.least ?? 0);
  const [quiet, setQuiet] = useState(topic?.quiet ?? false);
  const [arxiv, setArxiv] = useState(topic?.arxiv ?? false);
  const name = ownName ?? nameOf(query);
  const settled = useSettled(query.trim(), 250);
  const settledLeast = useSettled(least, 250);
  const [preview] = useAnswer<TopicPreview | null>(
    async () =>
      settled ? background.previewTopic({ query: settled, ...limit(settledLeast) }) : null,
    JSON.stringify([settled, settledLeast]),
  );
  // What is shown may still be of the letters before.
  const isOlder = preview.state === 'waiting' || settled !== query.trim() || settledLeast !== least;
  const weeks = preview.value?.problem ? [] : (preview.value?.weeks ?? []);
  const perArxivWeek = preview.value?.arxivPerWeek;
  const id = useOwnId();

  const isComplete = query.trim() !== '' && (isOlder || !preview.value?.problem);
  const wish = {
    query: query.trim(),
    ...limit(least),
    ...(arxiv ? { arxiv } : {}),
    ...(quiet ? { quiet } : {}),
  };
  return (
    <TopicFrame {...frame} name={name} onName={setOwnName} wish={isComplete ? wish : null}>
      <label for={`${id}query`}>{i18n.t('topic.query')}</label>
      <input
        id={`${id}query`}
        maxLength={500}
        value={query}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}hint ${id}preview`}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {terms.length > 0 && <TermChips terms={terms} query={query} onChange={setQuery} />}
      <p class="line soft" id={`${id}hint`}>
        {i18n.t('topic.queryHint')}
      </p>
      <div
        class="preview"
        id={`${id}preview`}
        role="status"
        aria-busy={isOlder}
        data-answers={settled}
      >
        <PreviewCount answer={preview} />
      </div>
      {weeks.length > 0 && <WeekBars weeks={weeks} least={least} />}
      {weeks.length > 0 && <BudgetSlider weeks={weeks} least={least} onLeast={setLeast} />}
      {preview.value && !preview.value.problem && <PreviewPapers preview={preview.value} />}
      {(perArxivWeek !== undefined || arxiv) && (
        <label class="check">
          <input
            type="checkbox"
            checked={arxiv}
            onChange={(event) => setArxiv(event.currentTarget.checked)}
          />
          {i18n.t('topic.watchArxiv', [numberWords(perArxivWeek ?? 0)])}
        </label>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={!quiet}
          onChange={(event) => setQuiet(!event.currentTarget.checked)}
        />
        {i18n.t('topic.counts')}
      </label>
    </TopicFrame>
  );
}
