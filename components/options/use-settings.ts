/** The settings, fetched once for the whole page, so that no section overwrites another's change. */
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

interface SettingsState {
  answer: AnswerState<Settings>;
  refetch: () => void;
  /** Stores a change. Resolves to null, or to a sentence for the user where that failed. */
  change: (change: SettingsChange) => Promise<string | null>;
}

export const SettingsContext = createContext<SettingsState | null>(null);

/** For the root of the page. A change shows at once, and is reverted where it cannot be stored. */
export function useSettingsState(background: Background): SettingsState {
  const [answer, refetch] = useAnswer(() => background.settings({}), '');
  const [unconfirmed, setUnconfirmed] = useState<SettingsChange>({});
  const pendingCalls = useRef(0);
  const stored = answer.value;
  useEffect(() => {
    if (pendingCalls.current === 0) setUnconfirmed({});
  }, [stored]);
  const finish = () => {
    pendingCalls.current -= 1;
    if (pendingCalls.current === 0) refetch();
  };
  const change = (changed: SettingsChange) => {
    pendingCalls.current += 1;
    setUnconfirmed((before) => bothChanges(before, changed));
    return background.changeSettings(changed).then(
      () => {
        finish();
        return null;
      },
      (error: unknown) => {
        setUnconfirmed({});
        finish();
        return toFailure(error).message;
      },
    );
  };
  const shown = stored === null ? answer : { ...answer, value: withChange(stored, unconfirmed) };
  return { answer: shown as AnswerState<Settings>, refetch, change };
}

/** The settings, how to change them, and why the last change of this section failed. */
export function useSettings() {
  const state = useContext(SettingsContext);
  if (!state) throw new Error('useSettings() must be called under a SettingsContext.');
  const [problem, setProblem] = useState<string | null>(null);
  const change = (changed: SettingsChange) => {
    setProblem(null);
    void state.change(changed).then(setProblem);
  };
  return { ...state, change, problem };
}
