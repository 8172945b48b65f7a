import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatNumber } from '../format.ts';
import { Chips } from '../shared/Chips.tsx';
import { useUniqueId } from '../use-unique-id.ts';
import { hasTerm, initialQuery, queryName, withoutTerm, withTerm } from './query-terms.ts';
import { type TopicDraft, TopicFormFrame, type TopicFormProps } from './TopicFormFrame.tsx';
import { PreviewCount, PreviewPapers } from './TopicPreviewLines.tsx';
import { useQueryPreview } from './use-topic-preview.ts';
import { WeeklyLimit } from './WeeklyLimit.tsx';

interface Props extends TopicFormProps {
  /** Suggested terms, strongest first. */
  terms: string[];
  /** The topic to edit; absent for a new one. */
  topic?: TopicDraft | undefined;
}

interface QueryProps {
  query: string;
  onQuery: (query: string) => void;
  terms: string[];
  /** The id of the element that says what the query matches. */
  previewId: string;
}

/** The query's text box, and the suggested terms that can be added to it or removed. */
function QueryFields({ query, onQuery, terms, previewId }: QueryProps) {
  const id = useUniqueId();
  const chips = terms.map((term) => {
    const isOn = hasTerm(query, term);
    return {
      ...{ key: term, text: term, isOn },
      label: i18n.t(isOn ? 'topic.removeTerm' : 'topic.addTerm', [term]),
      onPress: () => onQuery(isOn ? withoutTerm(query, term) : withTerm(query, term)),
    };
  });
  return (
    <>
      <label for={id}>{i18n.t('topic.query')}</label>
      <input
        id={id}
        maxLength={500}
        value={query}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}hint ${previewId}`}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <Chips title={i18n.t('topic.terms')} hidesTitle chips={chips} />
      <p class="line soft" id={`${id}hint`}>
        {i18n.t('topic.queryHint')}
      </p>
    </>
  );
}

interface CheckProps {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

function Check({ label, isChecked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

/** A topic's name and query, with what it would have matched. Only its button stores anything. */
export function TopicForm({ terms, topic, ...frame }: Props) {
  const [query, setQuery] = useState(topic?.query ?? initialQuery(terms));
  const [ownName, setOwnName] = useState<string | null>(topic?.name ?? null);
  const [minUpvotes, setMinUpvotes] = useState(topic?.least ?? 0);
  const [quiet, setQuiet] = useState(topic?.quiet ?? false);
  const [arxiv, setArxiv] = useState(topic?.arxiv ?? false);
  const { answer, settledQuery, isOlder } = useQueryPreview(query, minUpvotes);
  const preview = answer.value?.problem ? null : answer.value;
  const weeks = preview?.weeks ?? [];
  const perArxivWeek = answer.value?.arxivPerWeek;
  const previewId = useUniqueId();
  const isComplete = query.trim() !== '' && (isOlder || !answer.value?.problem);
  const draft = {
    query: query.trim(),
    ...(minUpvotes > 0 ? { least: minUpvotes } : {}),
    ...(arxiv ? { arxiv } : {}),
    ...(quiet ? { quiet } : {}),
  };
  return (
    <TopicFormFrame
      {...frame}
      name={ownName ?? queryName(query)}
      onName={setOwnName}
      draft={isComplete ? draft : null}
    >
      <QueryFields query={query} onQuery={setQuery} terms={terms} previewId={previewId} />
      <div
        class="preview"
        id={previewId}
        role="status"
        aria-busy={isOlder}
        data-answers={settledQuery}
      >
        <PreviewCount answer={answer} />
      </div>
      {weeks.length > 0 && (
        <WeeklyLimit weeks={weeks} minimum={minUpvotes} onMinimum={setMinUpvotes} />
      )}
      {preview && <PreviewPapers preview={preview} />}
      {(perArxivWeek !== undefined || arxiv) && (
        <Check
          label={i18n.t('topic.watchArxiv', [formatNumber(perArxivWeek ?? 0)])}
          isChecked={arxiv}
          onChange={setArxiv}
        />
      )}
      <Check
        label={i18n.t('topic.counts')}
        isChecked={!quiet}
        onChange={(isChecked) => setQuiet(!isChecked)}
      />
    </TopicFormFrame>
  );
}
