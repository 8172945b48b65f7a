import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Paper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import type { Topic } from '../../lib/topics/topic.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { ExampleTopicForm } from './ExampleTopicForm.tsx';
import { useFollow } from './use-follow.ts';

type Step =
  | { at: 'button' }
  | { at: 'form' }
  | { at: 'followed'; topic: Topic }
  | { at: 'failed'; text: string };

/** "Follow papers like this…": a topic whose first example is this paper. */
export function FollowExamples({ paper }: { paper: Paper }) {
  const { follow, undo } = useFollow();
  const [step, setStep] = useState<Step>({ at: 'button' });
  const showButton = () => setStep({ at: 'button' });
  if (step.at === 'form')
    return (
      <ExampleTopicForm
        title={i18n.t('like.formTitle')}
        submitWords={i18n.t('topic.submit')}
        name={plainText(paper.title).slice(0, 120)}
        like={{ examples: [paper.id], not: [], struck: [] }}
        onSubmit={(draft) => follow(draft, (topic) => setStep({ at: 'followed', topic }))}
        onCancel={showButton}
      />
    );
  if (step.at === 'followed') {
    const { id, name } = step.topic;
    return (
      <UndoLine
        words={i18n.t('topic.following', [name])}
        onUndo={(event) =>
          undo(event, id, {
            onUndone: showButton,
            onFailed: (text) => setStep({ at: 'failed', text }),
          })
        }
        takesFocus
      />
    );
  }
  if (step.at === 'failed') return <UndoLine words={step.text} takesFocus />;
  return (
    <button type="button" class="link-button" onClick={() => setStep({ at: 'form' })}>
      {i18n.t('like.ask')}
    </button>
  );
}
