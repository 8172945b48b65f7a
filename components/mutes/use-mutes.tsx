import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { IgnoredThing } from '../../lib/mutes/mute-rule.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { failureOf } from '../use-answer.ts';
import { thingWords } from './mute-context.ts';

interface Props {
  /** The scope in words. */
  where: string;
  /** Resolves when it is stored. */
  set: (thing: IgnoredThing, ignored: boolean) => Promise<unknown>;
}

/** Ignores things in one place; `line` says what was ignored last, with the way back. */
export function useIgnoring({ where, set }: Props): {
  ignore: (thing: IgnoredThing) => void;
  line: ComponentChildren;
} {
  const [last, setLast] = useState<IgnoredThing | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (thing: IgnoredThing, ignored: boolean) =>
    void set(thing, ignored).then(
      () => {
        setProblem(null);
        setLast(ignored ? thing : null);
      },
      (error: unknown) => setProblem(failureOf(error).message),
    );
  const line = (
    <>
      {problem && (
        <p class="line problem inset" role="alert">
          {problem}
        </p>
      )}
      {last && (
        <div class="undo-place">
          <UndoLine
            words={i18n.t('ignore.said', [where, thingWords(last)])}
            onUndo={() => change(last, false)}
            takesFocus
          />
        </div>
      )}
    </>
  );
  return { ignore: (thing) => change(thing, true), line };
}
