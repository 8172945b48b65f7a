import { fileURLToPath } from 'node:url';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

const english = fileURLToPath(new URL('../../assets/locales/en.yml', import.meta.url));
const messages = generateChromeMessages(await parseMessagesFile(english));

/** A message as the reader sees it, by its key (`panel.title`), with what stands for `$1` and so on. */
export function words(key: string, ...values: string[]): string {
  const message = messages[key.replaceAll('.', '_')]?.message;
  if (message === undefined) throw new Error(`There is no message "${key}".`);
  return message.replace(/\$([1-9])/g, (_, at: string) => values[Number(at) - 1] ?? '');
}
