import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Topic } from '../../lib/topics/topic.ts';
import { useAppContext } from '../app-context.ts';
import { formatNumber } from '../format.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { toFailure } from '../use-answer.ts';
import { ExampleTopicForm } from './ExampleTopicForm.tsx';
import { TopicForm } from './TopicForm.tsx';
import type { TopicDraft } from './TopicFormFrame.tsx';

type Step = 'rest' | 'editing' | 'gone';

interface Props {
  topic: Topic;
  /** Its form is open at first. */
  startsEditing: boolean;
  onChange: () => void;
}

/** One topic: edited in place, unfollowed with the way back where it stood. */
export function TopicItem({ topic, startsEditing, onChange }: Props) {
  const { background, onUnreadChange } = useAppContext();
  const [step, setStep] = useState<Step>(startsEditing ? 'editing' : 'rest');
  const [problem, setProblem] = useState<string | null>(null);

  const turn = (done: Promise<unknown>, to: Step) =>
    done.then(
      () => {
        setProblem(null);
        setStep(to);
        onUnreadChange();
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  const edit = async (wish: TopicDraft) => {
    await background.editTopic({ id: topic.id, ...wish });
    setStep('rest');
    onChange();
    onUnreadChange();
  };

  if (step === 'editing' && topic.like)
    return (
      <li class="topic">
        <ExampleTopicForm
          title={i18n.t('like.editTitle')}
          submitWords={i18n.t('topic.saveChanges')}
          name={topic.name}
          like={topic.like}
          least={topic.least}
          quiet={topic.quiet}
          onSubmit={edit}
          onCancel={() => setStep('rest')}
        />
      </li>
    );
  if (step === 'editing')
    return (
      <li class="topic">
        <TopicForm
          title={i18n.t('topic.editTitle')}
          submitWords={i18n.t('topic.saveChanges')}
          terms={[]}
          topic={topic}
          onSubmit={edit}
          onCancel={() => setStep('rest')}
        />
      </li>
    );
  return (
    <li class="topic">
      {step === 'gone' ? (
        <UndoLine
          words={i18n.t('topic.unfollowed', [topic.name])}
          onUndo={() => turn(background.restoreTopic({ topic }), 'rest')}
          takesFocus
        />
      ) : (
        <>
          <div class="topic-text">
            <p class="title" dir="auto">
              {topic.name}
            </p>
            <p class="line soft">
              {topic.like
                ? i18n.t('like.summary', [formatNumber(topic.like.examples.length)])
                : topic.query}
            </p>
            {((topic.least && !topic.like) || topic.quiet) && (
              <p class="line soft dotted">
                {topic.least && !topic.like && (
                  <span>{i18n.t('topics.least', [formatNumber(topic.least)])}</span>
                )}
                {topic.quiet && <span>{i18n.t('topics.quiet')}</span>}
              </p>
            )}
          </div>
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
            onClick={() => turn(background.unfollow({ id: topic.id }), 'gone')}
          >
            {i18n.t('topics.unfollow')}
          </button>
        </>
      )}
      {problem && (
        <p class="line problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
