/** Every language says everything that English says, in its own signs and forms. */
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatList } from '../../components/format.ts';
import type { QueryProblem } from '../../lib/query/parsed-query.ts';
import { problemSentence } from '../../lib/query/problems.ts';
import { locales, messagesOf, parsedMessages, spokenFrom } from '../messages.ts';

type Parsed = Awaited<ReturnType<typeof parsedMessages>>[number];

const texts = (message: Parsed): string[] =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message];
const byKey = (messages: Parsed[]) =>
  new Map(messages.map((message) => [message.key.join('.'), message]));
const own = (messages: Parsed[]) => messages.filter(({ key }) => !key[0]?.startsWith('@@'));
const placeholders = (text: string) => [...new Set(text.match(/\$[1-9]/g))].sort().join('');

/** Names and signs that are the same in every language. */
const same = new Set([
  ...['extName', 'arxiv.title', 'storage.arxiv', 'storage.dailyPapers', 'paper.hf', 'paper.pdf'],
  ...['paper.arxivOnly', 'reading.bibtex', 'reading.ris', 'reading.json', 'paper.quoted'],
  ...['direction', 'unread.topicCount', 'about.version', 'ignore.word'],
]);

const english = byKey(own(await parsedMessages('en')));

it('has English and Chinese', () =>
  expect(locales).toEqual(expect.arrayContaining(['en', 'zh_CN'])));

describe.each(locales.filter((locale) => locale !== 'en'))('%s', async (locale) => {
  const messages = byKey(own(await parsedMessages(locale)));
  const pairs = [...messages].flatMap(([key, message]) => {
    const original = english.get(key);
    return original ? [{ key, message, original }] : [];
  });
  const intlLocale = texts(messages.get('intlLocale') as Parsed)[0] as string;

  it('says everything English says and nothing else', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('puts the same values into its sentences', () => {
    const wrong = pairs.filter(({ message, original }) => {
      // English may leave the number out of its singular; the general form has every value.
      const [wanted, given] = [original, message].map((one) => placeholders(texts(one).join()));
      return wanted !== given;
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('has the plural forms of the language', () => {
    const { pluralCategories } = new Intl.PluralRules(intlLocale).resolvedOptions();
    const forms = pluralCategories.length === 1 ? ['n'] : ['1', 'n'];
    const wrong = pairs.filter(({ message, original }) => {
      if (message.type !== original.type) return true;
      return message.type === 'plural' && Object.keys(message.plurals).join() !== forms.join();
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('is known to Intl, and runs in the direction it says', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf(intlLocale)).toEqual([intlLocale]);
    const info = new Intl.Locale(intlLocale) as unknown as {
      getTextInfo(): { direction: string };
    };
    expect(texts(messages.get('direction') as Parsed)[0]).toBe(info.getTextInfo().direction);
  });

  it('leaves nothing in English', () => {
    const left = pairs.filter(
      ({ key, message, original }) =>
        !same.has(key) && texts(message).join() === texts(original).join(),
    );
    expect(left.map(({ key }) => key)).toEqual([]);
  });
});

it('has the sentences about a query that commands print', () => {
  const said = [...english].filter(([key]) => key.startsWith('query.'));
  expect(said.length).toBe(11);
  for (const [key, message] of said) {
    const code = key.slice(6).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const sentence = problemSentence({ code, text: '$1' } as QueryProblem);
    expect(texts(message)).toEqual([sentence]);
  }
});

describe('Chinese', async () => {
  const messages = own(await parsedMessages('zh_CN'));

  it('is punctuated as Chinese is', () => {
    const wrong = messages.filter((message) =>
      texts(message).some((text) => /\p{sc=Han}\s?[,.:;?!()]|[,:;?!(]\s?\p{sc=Han}/u.test(text)),
    );
    expect(wrong.map(({ key }) => key.join('.'))).toEqual(['topic.queryHint']);
  });

  it('parts Latin words and numbers from its characters', () => {
    const wrong = messages.filter((message) =>
      texts(message).some((text) =>
        /\p{sc=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{sc=Han}/u.test(text.replaceAll(/\$[1-9]/g, '“')),
      ),
    );
    expect(wrong.map(({ key }) => key.join('.'))).toEqual([]);
  });
});

it.each(locales)('lists of names are parted by more than nothing in %s', async (locale) => {
  const getMessage = spokenFrom(await messagesOf(locale));
  Object.assign(fakeBrowser.i18n, { getMessage });
  expect(formatList(['Ada Novák', 'Jun Silva', 'Goran Wu'])).toMatch(
    /^Ada Novák\P{L}+Jun Silva\P{L}+Goran Wu$/u,
  );
});
