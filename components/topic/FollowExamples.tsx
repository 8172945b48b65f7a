import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Paper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { useAppContext } from '../app-context.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { toFailure } from '../use-answer.ts';
import { ExampleTopicForm } from './ExampleTopicForm.tsx';
import type { TopicDraft } from './TopicFormFrame.tsx';

type Step = { at: 'button' } | { at: 'form' } | { at: 'said'; words: string; id: string | null };

/** "Follow papers like this…": a topic that begins with this paper as its example. */
export function FollowExamples({ paper }: { paper: Paper }) {
  const { background, trusts, onUnreadChange } = useAppContext();
  const [step, setStep] = useState<Step>({ at: 'button' });
  const title = plainText(paper.title);
  const follow = async (wish: TopicDraft) => {
    const topic = await background.follow(wish);
    setStep({ at: 'said', words: i18n.t('topic.following', [topic.name]), id: topic.id });
    onUnreadChange();
  };
  const undo = (id: string) => (event: MouseEvent) => {
    if (!trusts(event)) return;
    background.undoFollow({ id }).then(
      () => {
        setStep({ at: 'button' });
        onUnreadChange();
      },
      (error: unknown) => setStep({ at: 'said', words: toFailure(error).message, id: null }),
    );
  };
  if (step.at === 'form')
    return (
      <ExampleTopicForm
        title={i18n.t('like.formTitle')}
        submitWords={i18n.t('topic.submit')}
        name={title.slice(0, 120)}
        like={{ examples: [paper.id], not: [], struck: [] }}
        onSubmit={follow}
        onCancel={() => setStep({ at: 'button' })}
      />
    );
  if (step.at === 'said')
    return (
      <UndoLine
        words={step.words}
        onUndo={step.id === null ? undefined : undo(step.id)}
        takesFocus
      />
    );
  return (
    <button type="button" class="link-button" onClick={() => setStep({ at: 'form' })}>
      {i18n.t('like.ask')}
    </button>
  );
}
