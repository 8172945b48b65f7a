/**
 * How the reader is told and where topics go: notifications, and copying to other computers. The
 * calls are part of the contract.
 */
import * as v from 'valibot';
import type { SyncStatus } from '../answers/sync/sync-answer.ts';
import type { NotificationStatus } from '../topics/notification-schedule.ts';

export const syncAndNotificationCalls = {
  copyState: { from: 'kindred', request: v.object({}) },
  /** Begins copying, and takes over what is in the account. */
  startCopying: { from: 'kindred', request: v.object({}) },
  /** Ends it here; with `deleteCopy` everywhere, and nothing stays in the account. */
  stopCopying: { from: 'kindred', request: v.object({ deleteCopy: v.boolean() }) },
  /** What was found is not wanted now. */
  copyNotNow: { from: 'kindred', request: v.object({}) },
  /** The topics as text to be pasted elsewhere: a file of Kindred's own with topics alone. */
  topicsText: { from: 'kindred', request: v.object({}) },
  noticeState: { from: 'kindred', request: v.object({}) },
  /** The browser has been asked before, in the reader's click. */
  setNotices: {
    from: 'kindred',
    request: v.object({
      on: v.boolean(),
      minute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_439)),
    }),
  },
} as const;

export interface SyncAndNotificationAnswers {
  copyState: SyncStatus;
  startCopying: SyncStatus;
  stopCopying: SyncStatus;
  copyNotNow: null;
  topicsText: { text: string; topics: number };
  noticeState: NotificationStatus;
  setNotices: NotificationStatus;
}
