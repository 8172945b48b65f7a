import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { toFailure } from '../use-answer.ts';
import { ProblemLine } from './ProblemLine.tsx';
import { UndoLine } from './UndoLine.tsx';

interface UndoableChange {
  /** What was done. */
  words: string;
  undo: () => Promise<unknown>;
}

/**
 * Runs changes of which the last can be undone. `line` shows what was done with its Undo button, or
 * why it failed.
 */
export function useUndoable(): {
  run: (work: Promise<unknown>, change: UndoableChange) => void;
  line: ComponentChildren;
} {
  const [last, setLast] = useState<UndoableChange | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const perform = (work: Promise<unknown>, after: UndoableChange | null) =>
    void work.then(
      () => {
        setProblem(null);
        setLast(after);
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  const line = (
    <>
      <ProblemLine class="line problem inset" text={problem} />
      {last && (
        <div class="undo-place">
          <UndoLine words={last.words} onUndo={() => perform(last.undo(), null)} takesFocus />
        </div>
      )}
    </>
  );
  return { run: perform, line };
}
