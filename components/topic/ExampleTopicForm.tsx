import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TopicExamples } from '../../lib/topics/topic.ts';
import { averagePerWeek } from '../../lib/topics/weekly-limit.ts';
import { Chips } from '../shared/Chips.tsx';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { type ExampleProps, Examples, NewestMatches, without } from './ExamplePapers.tsx';
import { type TopicDraft, TopicFormFrame, type TopicFormProps } from './TopicFormFrame.tsx';
import { Rates } from './TopicPreviewLines.tsx';
import { useExamplePreview } from './use-topic-preview.ts';
import { WeeklyLimit } from './WeeklyLimit.tsx';

interface WordsProps extends ExampleProps {
  strongest: string[];
  weakest: string[];
}

/** The words the score relies on; pressing one strikes it out, or makes it count again. */
function ScoreWords({ like: { struck }, onChange, strongest, weakest }: WordsProps) {
  const chips = (words: string[], isOn: boolean) =>
    words.map((word) => ({
      ...{ key: word, text: word, isOn },
      label: i18n.t(isOn ? 'like.strike' : 'like.unstrike', [word]),
      onPress: () => onChange({ struck: isOn ? [...struck, word] : without(struck, word) }),
    }));
  return (
    <>
      <Chips title={i18n.t('like.strongest')} chips={chips(strongest, true)} />
      <Chips title={i18n.t('like.weakest')} chips={chips(weakest, true)} />
      <Chips title={i18n.t('like.struck')} chips={chips(struck, false)} />
    </>
  );
}

interface Props extends TopicFormProps {
  name: string;
  like: TopicExamples;
  /** The minimum score; absent for the one that brings about five papers a week. */
  least?: number | undefined;
  quiet?: boolean | undefined;
}

/** A topic of papers like these: its examples, what it would have matched, its words. */
export function ExampleTopicForm({
  name: storedName,
  quiet,
  like: stored,
  least,
  ...frame
}: Props) {
  const [name, setName] = useState(storedName);
  const examples = useExamplePreview({ like: stored, least });
  const { like, change, answer, minScore, setMinScore } = examples;
  const submit = async (topic: TopicDraft) =>
    frame.onSubmit(
      examples.isCurrent ? topic : { ...topic, least: await examples.fetchMinScore() },
    );
  const preview = answer.value;
  const draft = { query: '', like, least: minScore, ...(quiet ? { quiet } : {}) };
  return (
    <TopicFormFrame
      {...frame}
      onSubmit={submit}
      name={name}
      onName={setName}
      draft={preview && draft}
    >
      <ProblemLine text={answer.failure?.message} />
      {preview && (
        <>
          <Examples like={like} onChange={change} papers={preview.examples} />
          <p class="line dotted" role="status" aria-busy={answer.state === 'waiting'}>
            <Rates weekly={averagePerWeek(preview.weeks, minScore)} count={preview.count} />
          </p>
          <WeeklyLimit weeks={preview.weeks} minimum={minScore} onMinimum={setMinScore} isScore />
          <NewestMatches like={like} onChange={change} papers={preview.matches} />
          <ScoreWords
            like={like}
            onChange={change}
            strongest={preview.strongest}
            weakest={preview.weakest}
          />
        </>
      )}
    </TopicFormFrame>
  );
}
