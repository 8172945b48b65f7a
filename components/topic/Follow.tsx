import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Topic } from '../../lib/topics/topic.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { TopicForm } from './TopicForm.tsx';
import { useFollow } from './use-follow.ts';

type Step =
  | { at: 'button' }
  | { at: 'form' }
  | { at: 'followed'; topic: Topic }
  /** The topic was unfollowed again, or could not be. */
  | { at: 'result'; text: string };

/** "Follow…": a form for a topic of these terms, then the topic with its undo. */
export function Follow({ terms }: { terms: string[] }) {
  const { follow, undo } = useFollow();
  const [step, setStep] = useState<Step>({ at: 'button' });
  const button = useRef<HTMLButtonElement>(null);
  const wasForm = useRef(false);
  // A layout effect, so that the focus is back before the next key.
  useLayoutEffect(() => {
    if (wasForm.current && step.at === 'button') button.current?.focus();
    wasForm.current = step.at === 'form';
  }, [step.at]);
  const showResult = (text: string) => setStep({ at: 'result', text });

  if (step.at === 'form')
    return (
      <TopicForm
        title={i18n.t('topic.formTitle')}
        submitWords={i18n.t('topic.submit')}
        terms={terms}
        onSubmit={(draft) => follow(draft, (topic) => setStep({ at: 'followed', topic }))}
        onCancel={() => setStep({ at: 'button' })}
      />
    );
  if (step.at === 'followed') {
    const { id, name } = step.topic;
    return (
      <UndoLine
        words={i18n.t('topic.following', [name])}
        onUndo={(event) =>
          undo(event, id, {
            onUndone: () => showResult(i18n.t('topic.undone', [name])),
            onFailed: showResult,
          })
        }
        takesFocus
      />
    );
  }
  return (
    <div class="follow">
      {step.at === 'result' && <UndoLine words={step.text} takesFocus />}
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
