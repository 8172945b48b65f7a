/** Calls about settings, sync and notifications. */
import * as v from 'valibot';
import type { SyncStatus } from '../../answers/sync/sync-answer.ts';
import { MAX_CATEGORIES } from '../../digest/feeds/categories.ts';
import type { NotificationStatus } from '../../topics/notification-schedule.ts';
import type { Settings } from '../../user-data/settings.ts';
import { answers, read, write } from '../call.ts';
import { nothing, pageKind, panelStart, text } from './schemas.ts';

export const settingsCalls = {
  settings: read({ from: 'page', request: nothing, answer: answers<Settings>() }),
  changeSettings: write({
    inPrivate: 'answer',
    changes: ['settings'],
    request: v.partial(
      v.object({
        panel: v.record(pageKind, v.nullable(panelStart)),
        readByViewing: v.boolean(),
        theme: v.optional(v.picklist(['auto', 'light', 'dark'])),
        letterKeys: v.optional(v.boolean()),
        topicsOnHuggingFace: v.boolean(),
        arxiv: v.object({
          categories: v.pipe(v.array(text(30)), v.maxLength(MAX_CATEGORIES)),
          months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)),
        }),
      }),
    ),
    answer: answers<Settings>(),
  }),
  /** The popup's tab and query, kept for this browser session. */
  rememberPopup: write({
    inPrivate: { instead: null },
    changes: ['session'],
    request: v.object({ tab: text(20), query: text(500) }),
    answer: answers<null>(),
  }),
  /** The user has seen the hint to pin the icon. */
  pinHintSeen: write({
    inPrivate: 'answer',
    changes: ['session'],
    request: nothing,
    answer: answers<null>(),
  }),
  syncStatus: read({ request: nothing, answer: answers<SyncStatus>() }),
  /** Turns sync on and merges what is in the account. */
  startSync: write({
    changes: ['copying', 'topics', 'marks', 'alerts'],
    request: nothing,
    answer: answers<SyncStatus>(),
  }),
  /** Turns sync off here; with `deleteCopy` on every device, and empties the account. */
  stopSync: write({
    changes: ['copying'],
    request: v.object({ deleteCopy: v.boolean() }),
    answer: answers<SyncStatus>(),
  }),
  /** Dismisses the offer of topics that were found in the account. */
  dismissSyncOffer: write({ changes: ['copying'], request: nothing, answer: answers<null>() }),
  /** The topics as text to paste into another browser: Kindred's own file with topics only. */
  topicsText: read({ request: nothing, answer: answers<{ text: string; topics: number }>() }),
  notificationStatus: read({ request: nothing, answer: answers<NotificationStatus>() }),
  /** The view has requested the browser's permission before, which needs the user's click. */
  setNotifications: write({
    changes: ['notices'],
    request: v.object({
      on: v.boolean(),
      minute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_439)),
    }),
    answer: answers<NotificationStatus>(),
  }),
};
