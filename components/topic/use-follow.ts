import type { Topic } from '../../lib/topics/topic.ts';
import { useAppContext } from '../app-context.ts';
import { toFailure } from '../use-answer.ts';
import type { TopicDraft } from './TopicFormFrame.tsx';

interface UndoOutcome {
  onUndone: () => void;
  /** With a sentence for the user. */
  onFailed: (message: string) => void;
}

/** Follows a new topic and undoes that; both may change what is unread. */
export function useFollow() {
  const { background, trusts, onUnreadChange } = useAppContext();
  /** @throws {FailureError} where the topic cannot be stored */
  const follow = async (draft: TopicDraft, onFollowed: (topic: Topic) => void) => {
    onFollowed(await background.follow(draft));
    onUnreadChange();
  };
  const undo = (event: MouseEvent, id: string, { onUndone, onFailed }: UndoOutcome) => {
    if (!trusts(event)) return;
    background.undoFollow({ id }).then(
      () => {
        onUndone();
        onUnreadChange();
      },
      (error: unknown) => onFailed(toFailure(error).message),
    );
  };
  return { follow, undo };
}
