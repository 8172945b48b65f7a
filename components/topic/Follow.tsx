import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Topic } from '../../lib/topics/topic.ts';
import { useAppContext } from '../app-context.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { toFailure } from '../use-answer.ts';
import { TopicForm } from './TopicForm.tsx';
import type { TopicDraft } from './TopicFormFrame.tsx';

type Step =
  | { at: 'button' }
  | { at: 'form' }
  | { at: 'done'; topic: Topic }
  | { at: 'said'; words: string };

/** "Follow…": a form, then what was made and the way back. Nothing is made in one click. */
export function Follow({ terms }: { terms: string[] }) {
  const { background, trusts, onUnreadChange } = useAppContext();
  const [step, setStep] = useState<Step>({ at: 'button' });
  const button = useRef<HTMLButtonElement>(null);

  const wasForm = useRef(false);
  // Before the next key can come.
  useLayoutEffect(() => {
    if (wasForm.current && step.at === 'button') button.current?.focus();
    wasForm.current = step.at === 'form';
  }, [step.at]);
  const cancel = () => setStep({ at: 'button' });
  const follow = async (wish: TopicDraft) => {
    setStep({ at: 'done', topic: await background.follow(wish) });
    onUnreadChange();
  };
  const undo = (topic: Topic) => (event: MouseEvent) => {
    if (!trusts(event)) return;
    background.undoFollow({ id: topic.id }).then(
      () => {
        setStep({ at: 'said', words: i18n.t('topic.undone', [topic.name]) });
        onUnreadChange();
      },
      (error: unknown) => setStep({ at: 'said', words: toFailure(error).message }),
    );
  };

  if (step.at === 'form')
    return (
      <TopicForm
        title={i18n.t('topic.formTitle')}
        submitWords={i18n.t('topic.submit')}
        terms={terms}
        onSubmit={follow}
        onCancel={cancel}
      />
    );
  if (step.at === 'done')
    return (
      <UndoLine
        words={i18n.t('topic.following', [step.topic.name])}
        onUndo={undo(step.topic)}
        takesFocus
      />
    );
  return (
    <div class="follow">
      {step.at === 'said' && <UndoLine words={step.words} takesFocus />}
      <button
        type="button"
        class="link-button"
        ref={button}
        title={i18n.t('topic.followLabel')}
        onClick={() => setStep({ at: 'form' })}
      >
        {i18n.t('topic.follow')}
      </button>
    </div>
  );
}
