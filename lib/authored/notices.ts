/** The notification a day, as it is kept. */
import * as v from 'valibot';
import type { Day, Moment } from '../paper/paper.ts';

export interface Notices {
  on: boolean;
  /** The reader has said yes or no to them: they are offered no more outside the options. */
  asked?: boolean | undefined;
  /** Minutes after midnight, by the computer's clock. */
  minute: number;
  /** The last day, by the computer's clock, on which the reader was told or would have been. */
  lastDay: Day | null;
  /** What was announced up to then has been told, or was seen before notifications were wanted. */
  upTo: Moment | null;
}

export const noticesSchema = v.looseObject({
  on: v.boolean(),
  asked: v.fallback(v.optional(v.boolean()), undefined),
  minute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_439)),
  lastDay: v.nullable(v.string()),
  upTo: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
});

export const noNotices = (): Notices => ({ on: false, minute: 540, lastDay: null, upTo: null });
