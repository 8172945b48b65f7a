import { browser } from 'wxt/browser';

const permission = { permissions: ['notifications' as const] };

/** For the options page: must be called in the reader's click. */
export const askToNotify = (): Promise<boolean> => browser.permissions.request(permission);

export const mayNotify = (): Promise<boolean> => browser.permissions.contains(permission);
