import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Topic } from '../../lib/topics/topic.ts';
import { useAppContext } from '../app-context.ts';
import { formatNumber } from '../format.ts';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { UndoLine } from '../shared/UndoLine.tsx';
import { toFailure } from '../use-answer.ts';
import { ExampleTopicForm } from './ExampleTopicForm.tsx';
import { TopicForm } from './TopicForm.tsx';
import type { TopicDraft, TopicFormProps } from './TopicFormFrame.tsx';

type Step = 'followed' | 'editing' | 'unfollowed';

interface EditProps extends Pick<TopicFormProps, 'onSubmit' | 'onCancel'> {
  topic: Topic;
}

function EditForm({ topic, ...props }: EditProps) {
  const form = { ...props, submitWords: i18n.t('topic.saveChanges') };
  if (!topic.like)
    return <TopicForm {...form} title={i18n.t('topic.editTitle')} terms={[]} topic={topic} />;
  const { name, like, least, quiet } = topic;
  return (
    <ExampleTopicForm
      {...form}
      {...{ name, like, least, quiet }}
      title={i18n.t('like.editTitle')}
    />
  );
}

/** A topic's name, what it matches, and its limit. */
function TopicText({ name, query, like, least, quiet }: Topic) {
  const minUpvotes = like ? 0 : (least ?? 0);
  return (
    <div class="topic-text">
      <p class="title" dir="auto">
        {name}
      </p>
      <p class="line soft">
        {like ? i18n.t('like.summary', [formatNumber(like.examples.length)]) : query}
      </p>
      {(minUpvotes > 0 || quiet) && (
        <p class="line soft dotted">
          {minUpvotes > 0 && <span>{i18n.t('topics.least', [formatNumber(minUpvotes)])}</span>}
          {quiet && <span>{i18n.t('topics.quiet')}</span>}
        </p>
      )}
    </div>
  );
}

interface ItemProps {
  topic: Topic;
  /** Its form is open at first. */
  startsEditing: boolean;
  onChange: () => void;
}

function useTopicItem({ topic, startsEditing, onChange }: ItemProps) {
  const { background, onUnreadChange } = useAppContext();
  const [step, setStep] = useState<Step>(startsEditing ? 'editing' : 'followed');
  const [problem, setProblem] = useState<string | null>(null);
  const run = (call: Promise<unknown>, to: Step) =>
    call.then(
      () => {
        setProblem(null);
        setStep(to);
        onUnreadChange();
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  const edit = async (draft: TopicDraft) => {
    await background.editTopic({ id: topic.id, ...draft });
    setStep('followed');
    onChange();
    onUnreadChange();
  };
  const unfollow = () => run(background.unfollow({ id: topic.id }), 'unfollowed');
  const restore = () => run(background.restoreTopic({ topic }), 'followed');
  return { step, setStep, problem, edit, unfollow, restore };
}

/** One topic: edited in place; once unfollowed, the line offers to undo that. */
export function TopicItem(props: ItemProps) {
  const { topic } = props;
  const { step, setStep, problem, edit, unfollow, restore } = useTopicItem(props);
  if (step === 'editing')
    return (
      <li class="topic">
        <EditForm topic={topic} onSubmit={edit} onCancel={() => setStep('followed')} />
      </li>
    );
  return (
    <li class="topic">
      {step === 'unfollowed' ? (
        <UndoLine words={i18n.t('topic.unfollowed', [topic.name])} onUndo={restore} takesFocus />
      ) : (
        <>
          <TopicText {...topic} />
          <button
            type="button"
            class="link-button"
            aria-label={i18n.t('topics.editLabel', [topic.name])}
            onClick={() => setStep('editing')}
          >
            {i18n.t('topics.edit')}
          </button>
          <button
            type="button"
            class="link-button"
            aria-label={i18n.t('topics.unfollowLabel', [topic.name])}
            onClick={unfollow}
          >
            {i18n.t('topics.unfollow')}
          </button>
        </>
      )}
      <ProblemLine text={problem} />
    </li>
  );
}
