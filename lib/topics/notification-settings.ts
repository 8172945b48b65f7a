/** The daily notification as it is stored. */
import * as v from 'valibot';
import type { Day, Moment } from '../time/days.ts';

export interface NotificationSettings {
  on: boolean;
  /** The user has accepted or declined: they are only offered in the options from then on. */
  asked?: boolean | undefined;
  /** Minutes after midnight in the device's time zone. */
  minute: number;
  /** The last day on which a notification was sent, or would have been with any news. */
  lastDay: Day | null;
  /** Papers announced up to this moment are not notified again. */
  upTo: Moment | null;
}

export const notificationSettingsSchema = v.looseObject({
  on: v.boolean(),
  asked: v.fallback(v.optional(v.boolean()), undefined),
  minute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_439)),
  lastDay: v.nullable(v.string()),
  upTo: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
});

export const notificationsOff = (): NotificationSettings => ({
  on: false,
  minute: 540,
  lastDay: null,
  upTo: null,
});
