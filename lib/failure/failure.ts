/** A failure as an error, for throwing; messages between processes carry `Failure` instead. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** Stored data stays unchanged because a newer version of Kindred wrote it. */
export const newerData = (): FailureError =>
  new FailureError({
    code: 'newer',
    message:
      'A newer version of Kindred stored this data, and this version doesn’t change it. Update Kindred, then try again.',
  });

/** Runs a call and returns its value, or whatever it throws as a `Failure`. */
export async function replyOf<T>(run: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

/** The names of IndexedDB's errors for a database that is damaged or cannot be opened. */
const databaseErrors = new Set(['UnknownError', 'AbortError', 'NotFoundError', 'DataError']);

function failureOf(error: unknown): Failure {
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

/** The reply to a call. A failure is a value, because Chromium sends messages as JSON, where an `Error` becomes `{}`. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** An error as a value. */
export interface Failure {
  /** The kind, by which a view chooses what to show. */
  code:
    | 'bad-request'
    | 'not-allowed'
    | 'offline'
    | 'storage'
    | 'source'
    /** The browser stopped the background, which lost what the call refers to: start over. */
    | 'stopped'
    /** A newer version of Kindred stored the data, which stays unchanged. */
    | 'newer'
    | 'internal';
  /** A sentence for the user: what failed, what is safe, what to do. */
  message: string;
}
