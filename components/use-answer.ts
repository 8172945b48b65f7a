/**
 * Asking the background from a view: only the newest question's answer is ever shown.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Failure } from '../lib/failure/failure.ts';

export type AnswerState<T> =
  | { state: 'waiting'; value: T | null; failure: null }
  | { state: 'ready'; value: T; failure: null }
  | { state: 'failed'; value: null; failure: Failure };

const sentences = {
  'bad-request': 'errors.badRequest',
  'not-allowed': 'errors.notAllowed',
  offline: 'errors.offline',
  storage: 'errors.storage',
  source: 'errors.source',
  stopped: 'errors.stopped',
  newer: 'errors.newer',
  internal: 'errors.internal',
} as const;

/**
 * The failure a rejected call carries, or a sentence of ours for anything else. The background's
 * sentences are English and name particulars; other languages have one sentence a kind.
 */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof Error && 'failure' in error))
    return { code: 'internal', message: i18n.t('errors.internal') };
  const failure = error.failure as Failure;
  if (i18n.t('intlLocale').startsWith('en')) return failure;
  return { ...failure, message: i18n.t(sentences[failure.code] ?? 'errors.internal') };
}

/**
 * Asks at once and whenever `key` changes; an answer that a newer question has overtaken is
 * dropped. While waiting, `value` is the last answer (null at first). The second part asks again; so
 * does the third, for looking again and again: where that fails, the last answer to the same stays.
 */
export function useAnswer<T>(
  ask: () => Promise<T>,
  key: string,
): [answer: AnswerState<T>, again: () => void, look: () => void] {
  const [{ answer, to }, setAnswered] = useState<{ answer: AnswerState<T>; to: string }>({
    answer: { state: 'waiting', value: null, failure: null },
    to: key,
  });
  const generation = useRef(0);
  const question = useRef({ ask, key });
  question.current = { ask, key };

  const begin = useCallback((isLook: boolean) => {
    const mine = ++generation.current;
    const asked = question.current;
    const answered = (now: AnswerState<T>) => {
      if (mine === generation.current) setAnswered({ answer: now, to: asked.key });
    };
    setAnswered((last) => ({ answer: waitingAfter(last.answer), to: asked.key }));
    asked.ask().then(
      (value) => answered(ready(value)),
      (error: unknown) => {
        const failed: AnswerState<T> = { state: 'failed', value: null, failure: toFailure(error) };
        if (mine !== generation.current) return;
        setAnswered(({ answer: last, to }) => {
          const stays = isLook && to === asked.key && last.value !== null;
          return { answer: stays ? ready(last.value as T) : failed, to: asked.key };
        });
      },
    );
  }, []);
  const again = useCallback(() => begin(false), [begin]);
  const look = useCallback(() => begin(true), [begin]);

  useEffect(() => {
    again();
    return () => {
      generation.current += 1;
    };
  }, [key, again]);

  // In the very render that asks again, the last answer no longer counts as this question's.
  return [to === key ? answer : waitingAfter(answer), again, look];
}

/**
 * As `useAnswer`, for answers that may be partial: a partial answer is shown, and the call is repeated
 * for the complete one.
 */
export function useCompleteAnswer<T extends { partial: boolean }>(
  ask: (complete: boolean) => Promise<T>,
  key: string,
): [answer: AnswerState<T>, again: () => void] {
  const completed = useRef<string | null>(null);
  const [answer, again] = useAnswer(() => ask(completed.current === key), key);
  useEffect(() => {
    if (answer.state !== 'ready' || !answer.value.partial || completed.current === key) return;
    completed.current = key;
    again();
  }, [answer, key, again]);
  return [answer, again];
}

const ready = <T>(value: T): AnswerState<T> => ({ state: 'ready', value, failure: null });

const waitingAfter = <T>({ value }: AnswerState<T>): AnswerState<T> => ({
  state: 'waiting',
  value,
  failure: null,
});

/** Calls `then` every `seconds` while `active` and the page is visible. */
export function useEvery(seconds: number, active: boolean, then: () => void): void {
  const latest = useRef(then);
  latest.current = then;
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds, active]);
}

/** `value` once it has not changed for `ms`. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
