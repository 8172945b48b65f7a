import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../app-context.ts';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { useAnswer } from '../use-answer.ts';
import { TopicForm } from './TopicForm.tsx';
import type { TopicDraft } from './TopicFormFrame.tsx';
import { TopicItem } from './TopicItem.tsx';

interface Props {
  onFollowed: () => void;
  /** The id of the topic whose form is open at first. */
  edits?: string | null;
}

/** The topics the user follows, and a form for a new one. */
export function TopicList({ onFollowed, edits = null }: Props) {
  const { background } = useAppContext();
  const [answer, again] = useAnswer(() => background.topics({}), '');
  const [adding, setAdding] = useState(false);
  const follow = async (wish: TopicDraft) => {
    await background.follow(wish);
    setAdding(false);
    again();
    onFollowed();
  };
  return (
    <AsyncContent
      answer={answer}
      waitingWords={i18n.t('waiting')}
      failedWords={i18n.t('topics.failed')}
      onRetry={again}
    >
      {(topics) => (
        <>
          {adding ? (
            <div class="inset">
              <TopicForm
                title={i18n.t('topic.formTitle')}
                submitWords={i18n.t('topic.submit')}
                terms={[]}
                onSubmit={follow}
                onCancel={() => setAdding(false)}
              />
            </div>
          ) : (
            <div class="bar">
              <button type="button" class="link-button" onClick={() => setAdding(true)}>
                {i18n.t('topics.add')}
              </button>
            </div>
          )}
          {topics.length === 0 && !adding && <p class="state soft">{i18n.t('topics.none')}</p>}
          <ul class="topics" aria-label={i18n.t('topics.list')}>
            {topics.map((topic) => (
              <TopicItem
                key={topic.id}
                topic={topic}
                startsEditing={topic.id === edits}
                onChange={again}
              />
            ))}
          </ul>
        </>
      )}
    </AsyncContent>
  );
}
