/** The calls about notifications and copying. */
import {
  dismissSyncOffer,
  type SyncAnswerSources,
  startSync,
  stopSync,
  syncStatus,
  topicsText,
} from '../../answers/sync/sync-status.ts';
import { hasNotificationPermission } from '../../extension/notification-permission.ts';
import { FailureError } from '../../failure/failure.ts';
import { type NotificationSources, sendDailyNotification } from '../../jobs/daily-notification.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { SyncAndNotificationAnswers } from '../../messages/sync-and-notification-calls.ts';
import {
  enableNotifications,
  type NotificationStatus,
  shouldOfferNotifications,
} from '../../topics/notification-schedule.ts';
import { notificationSources } from '../notifications.ts';
import type { Ports } from '../ports.ts';
import { refusePrivate } from '../refuse-private.ts';
import type { SyncScheduler } from '../sync-scheduler.ts';

async function noticeState({ authored }: NotificationSources): Promise<NotificationStatus> {
  const [{ on, minute, asked = false }, topics] = await Promise.all([
    authored.get('notices'),
    authored.get('topics'),
  ]);
  const isAllowed = on && (await hasNotificationPermission());
  const offered = shouldOfferNotifications(topics, new Date().toISOString());
  return { on: isAllowed, minute, offered, asked };
}

export function syncAndNotificationHandlers(
  ports: Ports,
  copier: SyncScheduler,
): Pick<Handlers, keyof SyncAndNotificationAnswers> {
  const { authored } = ports;
  const copying: SyncAnswerSources = { ...copier.sources, authored, exchange: copier.exchange };
  const notices = notificationSources(ports);
  return {
    copyState: () => syncStatus(copying),

    async startCopying(_, caller) {
      refusePrivate(caller);
      return startSync(copying);
    },

    async stopCopying(request, caller) {
      refusePrivate(caller);
      return stopSync(request, copying);
    },

    async copyNotNow(_, caller) {
      refusePrivate(caller);
      await dismissSyncOffer(copying);
      return null;
    },

    topicsText: () => topicsText(copying),

    noticeState: () => noticeState(notices),

    async setNotices({ on, minute }, caller) {
      refusePrivate(caller);
      if (on && !(await hasNotificationPermission())) {
        throw new FailureError({
          code: 'not-allowed',
          message:
            'The browser does not let Kindred show notifications, so none are turned on. New papers still count on the icon.',
        });
      }
      await authored.update('notices', (known) => ({
        ...(on ? enableNotifications(known, minute, new Date()) : { ...known, on, minute }),
        asked: true,
      }));
      await sendDailyNotification(notices);
      return noticeState(notices);
    },
  };
}
