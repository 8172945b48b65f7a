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

/** Says that stored data is left as it is, because a newer version of Kindred wrote it. */
export const newerData = (): FailureError =>
  new FailureError({
    code: 'newer',
    message:
      'A newer version of Kindred stored this data, and this version leaves it as it is. Update Kindred, then try again.',
  });

/** Runs a call and turns whatever it throws into data. */
export async function replyOf<T>(run: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

/** What browsers say of a database that is damaged or cannot be opened. */
const databaseErrors = new Set(['UnknownError', 'AbortError', 'NotFoundError', 'DataError']);

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
  if (error instanceof DOMException && databaseErrors.has(error.name)) {
    return {
      code: 'storage',
      message:
        'The browser cannot read Kindred’s database at the moment. Topics and marks are kept elsewhere and safe; restart the browser, and if that does not help, export topics and marks and delete everything in Kindred’s options: papers are then fetched again.',
    };
  }
  return {
    code: 'internal',
    message: `Kindred could not answer this (${error instanceof Error ? error.message : String(error)}). What is stored is untouched; try again.`,
  };
}
