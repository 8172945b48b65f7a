import { useState } from 'preact/hooks';
import { toFailure } from './use-answer.ts';

/** Runs what the user asked for; `problem` is the sentence to show where the last run failed. */
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
