import { describe, expect, it } from 'vitest';
import { isolateValues } from '../../../lib/text/bidi-isolate.ts';
import { messagesOf, pseudoMessages, spokenFrom } from '../../messages.ts';

const message = (text: string) => ({ message: text });

describe('values in sentences', () => {
  it('are isolated in a right-to-left language only', () => {
    const arabic = {
      direction: message('rtl'),
      count: message('$1 ورقة | $1 من $2'),
      price: message('US$ 10'),
    };
    expect(isolateValues(arabic)).toEqual({
      direction: message('rtl'),
      count: message('\u2068$1\u2069 ورقة | \u2068$1\u2069 من \u2068$2\u2069'),
      price: message('US$ 10'),
    });
    const english = { direction: message('ltr'), count: message('$1 of $2') };
    expect(isolateValues(english)).toBe(english);
  });

  it('are unchanged in English and isolated in the pseudo-locale for tests', async () => {
    const english = await messagesOf('en');
    expect(isolateValues(english)).toBe(english);
    const speak = spokenFrom(pseudoMessages(english));
    expect(speak('topic_following', ['Caches (2025)'])).toContain('\u2068Caches (2025)\u2069');
  });
});
