/**
 * Where a language runs from right to left, what is put into its sentences (titles, names, dates,
 * numbers, queries) keeps its own direction and leaves that of the sentence alone: Unicode's first
 * strong isolate stands around it.
 */

const [start, end] = ['\u2068', '\u2069'];

/** A text that stands within another one of an unknown direction. */
export const isolateValue = (text: string): string => `${start}${text}${end}`;

type Messages = Record<string, { message: string }>;

/** A language's messages with every `$1` isolated; those of a language from left to right as they are. */
export function isolateValues<M extends Messages>(messages: M): M {
  if (messages.direction?.message !== 'rtl') return messages;
  const entries = Object.entries(messages).map(([key, one]) => [
    key,
    { ...one, message: one.message.replace(/\$[1-9]/g, (value) => isolateValue(value)) },
  ]);
  return Object.fromEntries(entries) as M;
}
