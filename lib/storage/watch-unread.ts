import { browser } from 'wxt/browser';
import { unreadInputs } from '../user-data/unread-inputs.ts';
import { userDataKey } from './user-data-key.ts';

/**
 * For views that stay open: calls back when the unread papers may have changed. A listener of
 * `storage.onChanged` does not wake the background.
 */
export function watchUnread(onChange: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (unreadInputs.some((kind) => userDataKey(kind) in changes)) onChange();
  });
}
