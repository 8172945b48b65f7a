import { useEffect } from 'preact/hooks';
import type { UnreadAnswer } from '../../lib/answers/topics/unread-answer.ts';
import type { Background } from '../../lib/messages/contract.ts';
import { type AnswerState, useAnswer, useSettled } from '../use-answer.ts';

/** Changes within this time are answered by one call. */
const settleMs = 150;

/** The unread papers, fetched again whenever `changes` grows. */
export function useUnread(
  background: Background,
  changes: number,
): [answer: AnswerState<UnreadAnswer>, again: () => void] {
  const [answer, again, look] = useAnswer(() => background.unread({}), '');
  const settled = useSettled(changes, settleMs);
  useEffect(() => {
    if (settled > 0) look();
  }, [settled, look]);
  return [answer, again];
}
