import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import type { TopicExamples } from '../../lib/topics/topic.ts';
import { perWeek } from '../../lib/topics/weekly-limit.ts';
import { Chips } from '../shared/Chips.tsx';
import { Icon } from '../shared/Icon.tsx';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { TopicFormFrame, type TopicFormProps } from './TopicFormFrame.tsx';
import { PreviewTitle, Rates } from './TopicPreviewLines.tsx';
import { useExamplePreview } from './use-topic-preview.ts';
import { WeeklyLimit } from './WeeklyLimit.tsx';

interface IconButtonProps {
  icon: 'check' | 'close';
  label: string;
  title?: string;
  onClick: () => void;
}

function IconButton({ icon, label, title, onClick }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={title} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

interface PapersProps {
  title: string;
  papers: MarkedPaper[];
  /** The buttons beside a paper's title. */
  children: (id: string, title: string) => ComponentChildren;
}

function Papers({ title: heading, papers, children }: PapersProps) {
  return (
    <section aria-label={heading}>
      <p class="line soft">{heading}</p>
      <ul class="preview-titles">
        {papers.map(({ paper }) => (
          <li key={paper.id}>
            <PreviewTitle paper={paper} />
            {children(paper.id, plainText(paper.title))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ExampleProps {
  like: TopicExamples;
  onChange: (change: Partial<TopicExamples>) => void;
}

const without = (all: string[], one: string) => all.filter((other) => other !== one);

/** The examples; the last one cannot be removed, as there would be nothing to be similar to. */
function Examples({ like, onChange, papers }: ExampleProps & { papers: MarkedPaper[] }) {
  return (
    <Papers title={i18n.t('like.examples')} papers={papers}>
      {(id, title) =>
        like.examples.length > 1 && (
          <IconButton
            icon="close"
            label={i18n.t('like.remove', [title])}
            onClick={() => onChange({ examples: without(like.examples, id) })}
          />
        )
      }
    </Papers>
  );
}

/** The newest matches, each of which can become an example or a counterexample. */
function Matches({ like, onChange, papers }: ExampleProps & { papers: MarkedPaper[] }) {
  return (
    <Papers title={i18n.t('topic.newest')} papers={papers}>
      {(id, title) => (
        <>
          <IconButton
            icon="check"
            label={i18n.t('like.likeLabel', [title])}
            title={i18n.t('like.like')}
            onClick={() => onChange({ examples: [...like.examples, id] })}
          />
          <IconButton
            icon="close"
            label={i18n.t('like.notLabel', [title])}
            title={i18n.t('like.not')}
            onClick={() => onChange({ not: [...like.not, id] })}
          />
        </>
      )}
    </Papers>
  );
}

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
  const preview = answer.value;
  const draft = { query: '', like, least: minScore, ...(quiet ? { quiet } : {}) };
  return (
    <TopicFormFrame {...frame} name={name} onName={setName} draft={preview && draft}>
      <ProblemLine text={answer.failure?.message} />
      {preview && (
        <>
          <Examples like={like} onChange={change} papers={preview.examples} />
          <p class="line dotted" role="status">
            <Rates weekly={perWeek(preview.weeks, minScore)} count={preview.count} />
          </p>
          <WeeklyLimit weeks={preview.weeks} minimum={minScore} onMinimum={setMinScore} isScore />
          <Matches like={like} onChange={change} papers={preview.matches} />
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
