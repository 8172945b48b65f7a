import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MuteRule } from '../../lib/mutes/mute-rule.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { toFailure } from '../use-answer.ts';
import { formatRule } from './mute-context.ts';

interface Props {
  /** The scope in words. */
  where: string;
  /** Resolves when it is stored. */
  set: (thing: MuteRule, ignored: boolean) => Promise<unknown>;
}

/** Ignores things in one place; `line` says what was ignored last, with the way back. */
export function useMutes({ where, set }: Props): {
  ignore: (thing: MuteRule) => void;
  line: ComponentChildren;
} {
  const [last, setLast] = useState<MuteRule | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (thing: MuteRule, ignored: boolean) =>
    void set(thing, ignored).then(
      () => {
        setProblem(null);
        setLast(ignored ? thing : null);
      },
      (error: unknown) => setProblem(toFailure(error).message),
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
            words={i18n.t('ignore.said', [where, formatRule(last)])}
            onUndo={() => change(last, false)}
            takesFocus
          />
        </div>
      )}
    </>
  );
  return { ignore: (thing) => change(thing, true), line };
}
