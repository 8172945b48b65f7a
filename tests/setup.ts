/**
 * Makes WXT's fake browser answer like the real ones where it does not.
 */
import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const english = join(import.meta.dirname, '../assets/locales/en.yml');
const messages = generateChromeMessages(await parseMessagesFile(english));

/** As browsers do: `$1` to `$9` by position, an unknown message is an empty string. */
function getMessage(name: string, substitutions: string | string[] = []): string {
  const values = [substitutions].flat();
  const message = messages[name]?.message ?? '';
  return message.replace(/\$([1-9])/g, (_, at: string) => values[Number(at) - 1] ?? '');
}

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.i18n, { getMessage });
});
