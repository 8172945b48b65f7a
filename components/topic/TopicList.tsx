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
  const [answer, refetch] = useAnswer(() => background.topics({}), '');
  const [isAdding, setAdding] = useState(false);
  const follow = async (draft: TopicDraft) => {
    await background.follow(draft);
    setAdding(false);
    refetch();
    onFollowed();
  };
  return (
    <AsyncContent
      answer={answer}
      waitingWords={i18n.t('waiting')}
      failedWords={i18n.t('topics.failed')}
      onRetry={refetch}
    >
      {(topics) => (
        <>
          {isAdding ? (
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
          {topics.length === 0 && !isAdding && <p class="state soft">{i18n.t('topics.none')}</p>}
          <ul class="topics" aria-label={i18n.t('topics.list')}>
            {topics.map((topic) => (
              <TopicItem
                key={topic.id}
                topic={topic}
                startsEditing={topic.id === edits}
                onChange={refetch}
              />
            ))}
          </ul>
        </>
      )}
    </AsyncContent>
  );
}
