import { messagesOf, spokenFrom } from '../messages.ts';

const messages = await messagesOf('en');
const spoken = spokenFrom(messages);

/** A message as the reader sees it, by its key (`panel.title`), with what stands for `$1` and so on. */
export function words(key: string, ...values: string[]): string {
  const name = key.replaceAll('.', '_');
  if (!(name in messages)) throw new Error(`There is no message "${key}".`);
  return spoken(name, values);
}
