/** Calls about settings, sync and notifications. */
import {
  dismissSyncOffer,
  type SyncAnswerSources,
  startSync,
  stopSync,
  syncStatus,
  topicsText,
} from '../../answers/sync/sync-status.ts';
import { changeSettings } from '../../answers/user-data/settings.ts';
import { hasNotificationPermission } from '../../extension/notification-permission.ts';
import { FailureError } from '../../failure/failure.ts';
import type { settingsCalls } from '../../messages/calls/settings.ts';
import type { Handlers } from '../../messages/contract.ts';
import { storePinHintSeen } from '../../storage/pin-hint.ts';
import { storePopupState } from '../../storage/popup-state-store.ts';
import {
  enableNotifications,
  type NotificationStatus,
  shouldOfferNotifications,
} from '../../topics/notification-schedule.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import type { HandlerContext } from './context.ts';

async function notificationStatus(
  userData: Pick<UserDataStore, 'get'>,
): Promise<NotificationStatus> {
  const [{ on, minute, asked = false }, topics] = await Promise.all([
    userData.get('notices'),
    userData.get('topics'),
  ]);
  const isAllowed = on && (await hasNotificationPermission());
  const offered = shouldOfferNotifications(topics, new Date().toISOString());
  return { on: isAllowed, minute, offered, asked };
}

export function settingsHandlers({
  ports: { userData, sync },
  jobs,
}: HandlerContext): Pick<Handlers, keyof typeof settingsCalls> {
  const syncSources: SyncAnswerSources = {
    ...sync.sources,
    userData,
    exchange: () => jobs.sync(),
  };
  return {
    settings: () => userData.get('settings'),

    async changeSettings(changes) {
      const settings = await changeSettings(changes, userData);
      if (changes.arxiv !== undefined) void jobs.update();
      return settings;
    },

    async rememberPopup(state) {
      await storePopupState(state, new Date());
      return null;
    },

    async pinHintSeen() {
      await storePinHintSeen();
      return null;
    },

    syncStatus: () => syncStatus(syncSources),
    startSync: () => startSync(syncSources),
    stopSync: (request) => stopSync(request, syncSources),

    async dismissSyncOffer() {
      await dismissSyncOffer(syncSources);
      return null;
    },

    topicsText: () => topicsText(syncSources),
    notificationStatus: () => notificationStatus(userData),

    async setNotifications({ on, minute }) {
      if (on && !(await hasNotificationPermission())) {
        throw new FailureError({
          code: 'not-allowed',
          message:
            'The browser does not allow notifications, so they stay off. New papers still count on the icon.',
        });
      }
      await userData.update('notices', (known) => ({
        ...(on ? enableNotifications(known, minute, new Date()) : { ...known, on, minute }),
        asked: true,
      }));
      await jobs.notify();
      return notificationStatus(userData);
    },
  };
}
