/** The messages of each language as the browser has them, and a language made for tests. */
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { isolateValues } from '../lib/text/bidi-isolate.ts';

export type Messages = Record<string, { message: string }>;

const folder = join(import.meta.dirname, '../assets/locales');

/** Names of the languages: `en`, `zh_CN`. */
export const locales = globSync('*.yml', { cwd: folder })
  .map((file) => basename(file, '.yml'))
  .sort();

/** Returns a language's messages as its file has them. */
export const parsedMessages = (locale: string) => parseMessagesFile(join(folder, `${locale}.yml`));

export const messagesOf = async (locale: string): Promise<Messages> =>
  generateChromeMessages(await parsedMessages(locale)) as Messages;

const accents: Record<string, string> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'î', n: 'ñ', o: 'ö', s: 'š', u: 'û', y: 'ý', z: 'ž' },
  ...{ A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ö', S: 'Š', U: 'Û', Y: 'Ý', Z: 'Ž' },
};

/** Returns the text half as long again, with signs at both ends that show where it is cut off. */
function stretched(text: string): string {
  const accented = text.replace(/\$\d|[A-Za-z]/g, (found) => accents[found] ?? found);
  const filling = 'ö '.repeat(Math.ceil(text.length / 4)).trim();
  return `⟦${accented} ${filling}⟧`;
}

/** What is no text for the user. */
const asItIs = new Set(['extName', 'intlLocale']);

/** English that looks foreign, is half as long again and runs from right to left. */
export function pseudoMessages(english: Messages): Messages {
  const entries = Object.entries(english).map(([key, { message }]) => {
    if (key === 'direction') return [key, { message: 'rtl' }];
    if (asItIs.has(key)) return [key, { message }];
    return [key, { message: message.split(' | ').map(stretched).join(' | ') }];
  });
  return isolateValues(Object.fromEntries(entries) as Messages);
}

/** As browsers do: `$1` to `$9` by position, an unknown message is an empty string. */
export const spokenFrom =
  (messages: Messages) =>
  (name: string, substitutions: string | string[] = []): string => {
    const values = [substitutions].flat();
    const message = messages[name]?.message ?? '';
    return message.replace(/\$([1-9])/g, (_, at: string) => values[Number(at) - 1] ?? '');
  };
