/**
 * Bidirectional isolation: in a language that runs from right to left, values in a sentence (titles,
 * names, dates, numbers, queries) keep their own direction and do not change that of the sentence.
 * Unicode's first strong isolate does this: https://www.w3.org/International/questions/qa-bidi-unicode-controls
 */

const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';

/** Isolates a text from the text around it, whatever the direction of either. */
export const isolateValue = (text: string): string =>
  `${firstStrongIsolate}${text}${popDirectionalIsolate}`;

type Messages = Record<string, { message: string }>;

/** The messages of a right-to-left language with every `$1` isolated; those of other languages unchanged. */
export function isolateValues<M extends Messages>(messages: M): M {
  if (messages.direction?.message !== 'rtl') return messages;
  const entries = Object.entries(messages).map(([key, one]) => [
    key,
    { ...one, message: one.message.replace(/\$[1-9]/g, (value) => isolateValue(value)) },
  ]);
  return Object.fromEntries(entries) as M;
}
