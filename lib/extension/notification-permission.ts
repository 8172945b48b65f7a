import { browser } from 'wxt/browser';

const permission = { permissions: ['notifications' as const] };

/** Asks the user; must be called in a click handler, before anything is awaited. */
export const requestNotificationPermission = (): Promise<boolean> =>
  browser.permissions.request(permission);

export const hasNotificationPermission = (): Promise<boolean> =>
  browser.permissions.contains(permission);
