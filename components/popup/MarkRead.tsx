import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../app-context.ts';
import { formatNumber } from '../format.ts';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { UndoLine } from '../shared/UndoLine.tsx';
import { toFailure } from '../use-answer.ts';

interface Props {
  /** What can be marked read, a button each; a choice without ids has none. */
  choices: { label: string; ids: string[] }[];
}

/** Marks several papers read at once, and undoes that. */
export function MarkRead({ choices }: Props) {
  const { background, onUnreadChange } = useAppContext();
  const [marked, setMarked] = useState<string[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const mark = (chosen: string[], read: boolean) =>
    background.markRead({ ids: chosen, read }).then(
      () => {
        setMarked(read ? chosen : null);
        setProblem(null);
        onUnreadChange();
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  return (
    <>
      <ProblemLine text={problem} />
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
        .map(({ label, ids }) => (
          <button type="button" class="link-button" key={label} onClick={() => mark(ids, true)}>
            {label}
          </button>
        ))}
    </>
  );
}
