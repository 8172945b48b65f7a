/**
 * Asking the background from a view: only the newest question's answer is ever shown.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Failure } from '../lib/messages/answers.ts';

export type Answer<T> =
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
  internal: 'errors.internal',
} as const;

/**
 * The failure a rejected call carries, or a sentence of ours for anything else. The background's
 * sentences are English and name particulars; other languages have one sentence a kind.
 */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error && 'failure' in error))
    return { code: 'internal', message: i18n.t('errors.internal') };
  const failure = error.failure as Failure;
  if (i18n.t('intlLocale').startsWith('en')) return failure;
  return { ...failure, message: i18n.t(sentences[failure.code] ?? 'errors.internal') };
}

/**
 * Asks at once and whenever `key` changes; an answer that a newer question has overtaken is
 * dropped. While waiting, `value` is the last answer (null at first). The second part asks again.
 */
export function useAnswer<T>(ask: () => Promise<T>, key: string): [Answer<T>, () => void] {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'waiting', value: null, failure: null });
  const generation = useRef(0);
  const question = useRef(ask);
  question.current = ask;

  const again = useCallback(() => {
    const mine = ++generation.current;
    setAnswer(({ value }) => ({ state: 'waiting', value, failure: null }));
    question.current().then(
      (value) => {
        if (mine === generation.current) setAnswer({ state: 'ready', value, failure: null });
      },
      (error: unknown) => {
        if (mine === generation.current)
          setAnswer({ state: 'failed', value: null, failure: failureOf(error) });
      },
    );
  }, []);

  useEffect(() => {
    again();
    return () => {
      generation.current += 1;
    };
  }, [key, again]);

  return [answer, again];
}

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
