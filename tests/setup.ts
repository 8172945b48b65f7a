/**
 * Makes WXT's fake browser answer like the real ones where it does not.
 */
import { readFileSync } from 'node:fs';
import { beforeEach } from 'vitest';
import { parseMessagesText } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

void readFileSync;
void parseMessagesText;

beforeEach(() => {
  fakeBrowser.reset();
});
