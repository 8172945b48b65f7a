/**
 * Makes WXT's fake browser answer like the real ones where it does not, and platforms whole.
 */
import { CompressionStream, DecompressionStream } from 'node:stream/web';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messagesOf, spokenFrom } from './messages.ts';

// Contexts of their own have the language's globals, and not all of the platform's.
Object.assign(globalThis, { CompressionStream, DecompressionStream });

const getMessage = spokenFrom(await messagesOf('en'));

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.i18n, { getMessage });
});
