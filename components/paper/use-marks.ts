import { useState } from 'preact/hooks';
import type { MarkedPaper, Marks } from '../../lib/marks/marks.ts';
import { useAppContext } from '../app-context.ts';
import { toFailure } from '../use-answer.ts';

/** The marks of one line: those of the list's answer, with what the user changed since. */
export function useMarks(
  { paper, marks: listed }: MarkedPaper,
  onMarks?: (marks: Marks) => void,
): {
  marks: Marks;
  /** Shows a mark that another part of the line has stored. */
  note: (changed: Partial<Marks>) => void;
  /** Stores a mark, or removes it. */
  toggle: (mark: keyof Marks) => void;
  /** Why the last could not be stored. */
  problem: string | null;
} {
  const { background, onUnreadChange } = useAppContext();
  const key = JSON.stringify([listed.read, listed.saved]);
  const [changes, setChanges] = useState({ since: key, marks: listed });
  const [problem, setProblem] = useState<string | null>(null);
  const marks = changes.since === key ? changes.marks : listed;
  const note = (changed: Partial<Marks>) => {
    const after = { ...marks, ...changed };
    setChanges({ since: key, marks: after });
    onMarks?.(after);
  };
  const toggle = (mark: keyof Marks) => {
    const on = !marks[mark];
    const ids = [paper.id];
    const stored =
      mark === 'read'
        ? background.markRead({ ids, read: on })
        : background.save({ ids, saved: on });
    stored.then(
      () => {
        setProblem(null);
        note({ [mark]: on });
        if (mark === 'read') onUnreadChange();
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  };
  return { marks, note, toggle, problem };
}
