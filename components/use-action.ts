/** Doing something at the user's click: what came of it, or the sentence that says why not. */
import { useState } from 'preact/hooks';
import { toFailure } from './use-answer.ts';

export function useAction() {
  const [problem, setProblem] = useState<string | null>(null);
  const [doing, setDoing] = useState(false);
  const run = <T>(work: Promise<T>, then: (value: T) => void) => {
    setProblem(null);
    setDoing(true);
    work
      .then(then, (error: unknown) => setProblem(toFailure(error).message))
      .then(() => setDoing(false));
  };
  return { problem, doing, run, setProblem };
}
