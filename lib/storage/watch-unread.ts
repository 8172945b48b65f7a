import { browser } from 'wxt/browser';
import type { UserDataKind } from '../user-data/user-data.ts';
import { userDataKey } from './user-data-key.ts';

/** What the list of unread papers hangs on. */
const kinds: UserDataKind[] = ['alerts', 'topics', 'marks'];

/** For views that stay open: calls `then` when there may be other unread papers. Wakes nothing. */
export function watchUnread(then: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (kinds.some((kind) => userDataKey(kind) in changes)) then();
  });
}
