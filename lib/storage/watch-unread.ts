import { browser } from 'wxt/browser';
import type { AuthoredKind } from '../user-data/user-data.ts';
import { authoredKey } from './user-data-key.ts';

/** What the list of unread papers hangs on. */
const kinds: AuthoredKind[] = ['alerts', 'topics', 'marks'];

/** For views that stay open: calls `then` when there may be other unread papers. Wakes nothing. */
export function watchNews(then: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (kinds.some((kind) => authoredKey(kind) in changes)) then();
  });
}
