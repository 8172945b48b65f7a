import { useState } from 'preact/hooks';
import type { MarkedPaper, Marks } from '../../lib/marks/marks.ts';
import { useAppContext } from '../app-context.ts';
import { toFailure } from '../use-answer.ts';

/** The marks of one line: as the list told them, and as they are set since. */
export function useMarks(
  { paper, marks: told }: MarkedPaper,
  onMarks?: (marks: Marks) => void,
): {
  marks: Marks;
  /** Says what became of a mark that was set elsewhere in the line. */
  note: (changed: Partial<Marks>) => void;
  /** Sets a mark, or takes it away. */
  turn: (mark: keyof Marks) => void;
  /** Why the last could not be set. */
  problem: string | null;
} {
  const { background, onUnreadChange } = useAppContext();
  const key = JSON.stringify([told.read, told.saved]);
  const [own, setOwn] = useState({ since: key, marks: told });
  const [problem, setProblem] = useState<string | null>(null);
  const marks = own.since === key ? own.marks : told;
  const note = (changed: Partial<Marks>) => {
    const after = { ...marks, ...changed };
    setOwn({ since: key, marks: after });
    onMarks?.(after);
  };
  const turn = (mark: keyof Marks) => {
    const on = !marks[mark];
    const ids = [paper.id];
    const asked =
      mark === 'read'
        ? background.markRead({ ids, read: on })
        : background.save({ ids, saved: on });
    asked.then(
      () => {
        setProblem(null);
        note({ [mark]: on });
        if (mark === 'read') onUnreadChange();
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  };
  return { marks, note, turn, problem };
}
