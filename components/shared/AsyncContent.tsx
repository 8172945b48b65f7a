import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { AnswerState } from '../use-answer.ts';

interface Props<T> {
  answer: AnswerState<T>;
  /** Announced while waiting; empty where another live region does that. */
  waitingWords: string;
  failedWords: string;
  onRetry: () => void;
  children: (value: T) => ComponentChildren;
}

const rows = [0, 1, 2, 3, 4];

/** Gray placeholders for the lines of a list. */
export function SkeletonRows({ words }: { words: string }) {
  return (
    <div class="waiting">
      {words && (
        <p class="unseen" role="status">
          {words}
        </p>
      )}
      {rows.map((row) => (
        <div class="entry ghost" key={row} aria-hidden="true">
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}

/** An answer in its three states: loading, failed with a button to retry, or drawn by `children`. */
export function AsyncContent<T>({
  answer,
  waitingWords,
  failedWords,
  onRetry,
  children,
}: Props<T>) {
  if (answer.failure)
    return (
      <div class="state" role="alert">
        <p>{failedWords}</p>
        <p class="soft">{answer.failure.message}</p>
        <button type="button" class="button" onClick={onRetry}>
          {i18n.t('related.retry')}
        </button>
      </div>
    );
  if (!answer.value) return <SkeletonRows words={waitingWords} />;
  return <>{children(answer.value)}</>;
}
