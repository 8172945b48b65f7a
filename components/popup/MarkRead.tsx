import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../app-context.ts';
import { formatNumber } from '../format.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { toFailure } from '../use-answer.ts';

interface Props {
  /** What can be marked, each way with its words; one without ids is left out. */
  choices: { words: string; ids: string[] }[];
}

/** Marks several papers read at once, with the way back. */
export function MarkRead({ choices }: Props) {
  const { background, onUnreadChange } = useAppContext();
  const [marked, setMarked] = useState<string[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const mark = (which: string[], read: boolean) =>
    background.markRead({ ids: which, read }).then(
      () => {
        setMarked(read ? which : null);
        setProblem(null);
        onUnreadChange();
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  return (
    <>
      {problem && (
        <p class="line problem" role="alert">
          {problem}
        </p>
      )}
      {marked && (
        <UndoLine
          key={marked.join()}
          words={i18n.t('unread.marked', marked.length, [formatNumber(marked.length)])}
          onUndo={() => mark(marked, false)}
          takesFocus
        />
      )}
      {choices
        .filter(({ ids }) => ids.some((id) => !marked?.includes(id)))
        .map(({ words, ids }) => (
          <button type="button" class="link-button" key={words} onClick={() => mark(ids, true)}>
            {words}
          </button>
        ))}
    </>
  );
}
