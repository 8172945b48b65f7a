/**
 * Makes WXT's fake browser answer like the real ones where it does not.
 */
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messagesOf, spokenFrom } from './messages.ts';

const getMessage = spokenFrom(await messagesOf('en'));

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.i18n, { getMessage });
});
