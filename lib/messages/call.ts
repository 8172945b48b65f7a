/** One row of the contract: who may call, what applies before the handler runs, and the types. */
import type * as v from 'valibot';
import type { UserDataKind } from '../user-data/user-data.ts';

/** What a call may write: a kind of user data, the digest, or state of this browser session. */
export type Change = UserDataKind | 'digest' | 'session';

export interface Call<S extends v.GenericSchema = v.GenericSchema, A = unknown> {
  /** `page`: content scripts and Kindred's own pages. `extension`: Kindred's own pages only. */
  from: 'page' | 'extension';
  /**
   * In a private window: `answer` runs the call, `refuse` rejects it with a sentence for the user, and
   * `instead` is the answer without running it.
   */
  inPrivate: 'answer' | 'refuse' | { instead: A };
  /** Waits until everything stored is indexed, and rebuilds a damaged index once. */
  needsIndex: boolean;
  /** What the call writes. */
  changes: readonly Change[];
  /** The client repeats the call when the browser stopped the background before it answered. */
  repeatable: boolean;
  /** The schema of the request, checked before the call runs. */
  request: S;
  /** Carries the type of the answer; the value is unused. */
  answer: A;
}

type Rules<A> = Partial<Pick<Call<never, A>, 'from' | 'inPrivate' | 'needsIndex' | 'repeatable'>>;

/** The type of an answer, without a value. */
export const answers = <A>(): A => undefined as A;

/** A call that writes nothing. */
export const read = <S extends v.GenericSchema, A>(
  row: Rules<A> & { request: S; answer: A },
): Call<S, A> => ({
  from: 'extension',
  inPrivate: 'answer',
  needsIndex: false,
  changes: [],
  repeatable: true,
  ...row,
});

/** A call that writes; it is refused in a private window unless the row says otherwise. */
export const write = <S extends v.GenericSchema, A>(
  row: Rules<A> & { changes: readonly Change[]; request: S; answer: A },
): Call<S, A> => ({
  from: 'extension',
  inPrivate: 'refuse',
  needsIndex: false,
  repeatable: false,
  ...row,
});
