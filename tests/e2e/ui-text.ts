import { type Messages, messagesOf, spokenFrom } from '../messages.ts';

let messages = await messagesOf('en');

/** From now on the browser speaks with these messages. */
export function useMessages(other: Messages): void {
  messages = other;
}

/** A message as the user sees it, by its key (`panel.title`), with the values of `$1` and so on. */
export function uiText(key: string, ...values: string[]): string {
  const name = key.replaceAll('.', '_');
  if (!(name in messages)) throw new Error(`There is no message "${key}".`);
  return spokenFrom(messages)(name, values);
}
