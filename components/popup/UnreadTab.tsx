import { i18n } from '#i18n';
import type { UnreadAnswer } from '../../lib/answers/topics/unread-answer.ts';
import type { AnswerState } from '../use-answer.ts';
import { NotificationOffer } from './NotificationOffer.tsx';
import { UnreadList } from './UnreadList.tsx';

interface Props {
  answer: AnswerState<UnreadAnswer>;
  again: () => void;
  /** A notification led here. */
  isFromNotification: boolean;
  isPrivate: boolean;
  /** Opens the topics, at the one that brought the most. */
  onFewer: () => void;
  onMakeTopic: () => void;
  onOptions: () => void;
}

/** The unread papers, below what concerns notifications. */
export function UnreadTab({ answer, again, isFromNotification, isPrivate, ...on }: Props) {
  return (
    <>
      {isFromNotification && answer.value && (
        <div class="bar">
          <button type="button" class="link-button" onClick={on.onFewer}>
            {i18n.t('notice.fewer')}
          </button>
        </div>
      )}
      {!isPrivate && !isFromNotification && <NotificationOffer onOptions={on.onOptions} />}
      <UnreadList answer={answer} again={again} onMakeTopic={on.onMakeTopic} />
    </>
  );
}
