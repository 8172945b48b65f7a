import type { Failure, Reply } from './answers.ts';

/** A failure with a sentence for the reader; thrown inside, data across the boundary. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** Runs a call and turns whatever it throws into data. */
export async function replyOf<T>(run: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

/** The sentence for whatever was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof Error && error.name === 'QuotaExceededError') {
    return {
      code: 'storage',
      message:
        'The disk is full, so nothing new was stored. Everything stored before still works; free some space and try again.',
    };
  }
  return {
    code: 'internal',
    message: `Kindred could not answer this (${error instanceof Error ? error.message : String(error)}). What is stored is untouched; try again.`,
  };
}
