/** The settings, asked once for the whole page, so that no part writes over another's change. */
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Background } from '../../lib/messages/contract.ts';
import type { Settings } from '../../lib/user-data/settings.ts';
import {
  bothChanges,
  type SettingsChange,
  withChange,
} from '../../lib/user-data/settings-change.ts';
import { type AnswerState, toFailure, useAnswer } from '../use-answer.ts';

export interface KnownSettings {
  answer: AnswerState<Settings>;
  again: () => void;
  /** Takes effect at once. Resolves to a sentence where it could not be kept. */
  change: (changed: SettingsChange) => Promise<string | null>;
}

export const SettingsContext = createContext<KnownSettings | null>(null);

/** For the root of the page. What was changed shows at once, and goes back where it could not be kept. */
export function useKnownSettings(background: Background): KnownSettings {
  const [answer, again] = useAnswer(() => background.settings({}), '');
  const [wished, setWished] = useState<SettingsChange>({});
  const pending = useRef(0);
  const known = answer.value;
  useEffect(() => {
    if (pending.current === 0) setWished({});
  }, [known]);
  const done = () => {
    pending.current -= 1;
    if (pending.current === 0) again();
  };
  const change = (changed: SettingsChange) => {
    pending.current += 1;
    setWished((before) => bothChanges(before, changed));
    return background.changeSettings(changed).then(
      () => {
        done();
        return null;
      },
      (error: unknown) => {
        setWished({});
        done();
        return toFailure(error).message;
      },
    );
  };
  const shown = known === null ? answer : { ...answer, value: withChange(known, wished) };
  return { answer: shown as AnswerState<Settings>, again, change };
}

/** The settings and their one change, with the sentence about the last change that failed. */
export function useSettings() {
  const known = useContext(SettingsContext);
  if (!known) throw new Error('This section stands outside a SettingsContext.');
  const [problem, setProblem] = useState<string | null>(null);
  const change = (changed: SettingsChange) => {
    setProblem(null);
    void known.change(changed).then(setProblem);
  };
  return { ...known, change, problem };
}
