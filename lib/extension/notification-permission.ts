import { browser } from 'wxt/browser';

const permission = { permissions: ['notifications' as const] };

/** For the options page: must be called in the user's click. */
export const requestNotificationPermission = (): Promise<boolean> =>
  browser.permissions.request(permission);

export const hasNotificationPermission = (): Promise<boolean> =>
  browser.permissions.contains(permission);
