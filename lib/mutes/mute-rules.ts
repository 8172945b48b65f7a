import { keysOf } from '../paper/identity.ts';
import type { Paper } from '../paper/paper.ts';
import { holdsIn, type WordTest, wordTestOf } from '../query/clause-match.ts';
import type { PaperText } from '../query/paper-text.ts';
import { nameWordsOf, wordKeysOf } from '../query/word-key.ts';
import { textWords } from '../text/terms.ts';
import type { IgnoredThing } from './mute-rule.ts';

/** A name in whatever order and case it is written: "Okafor, Ada" is "Ada Okafor". */
const nameKey = (name: string): string => nameWordsOf(name).sort().join(' ');

/** One string for one thing, however it is written. */
export function thingKey({ kind, what }: Pick<IgnoredThing, 'kind' | 'what'>): string {
  if (kind === 'word') return `word ${wordKeysOf(what).join(' ')}`;
  return kind === 'author' ? `author ${nameKey(what)}` : `paper ${what}`;
}

/** The list with the thing, or without it; itself where nothing changes. */
export function withThing(
  things: readonly IgnoredThing[],
  thing: IgnoredThing,
  ignored: boolean,
): readonly IgnoredThing[] {
  const key = thingKey(thing);
  const has = things.some((known) => thingKey(known) === key);
  if (has === ignored) return things;
  return ignored ? [...things, thing] : things.filter((known) => thingKey(known) !== key);
}

/**
 * Finds the ignored author or the ignored paper that a paper is, by any of its keys; null for none.
 * Words are no matter of it: related papers are ranked without them, topics ask `ignoredIn`.
 */
export function ignoredAmong(
  things: readonly IgnoredThing[],
): (paper: Paper) => IgnoredThing | null {
  const papers = new Map<string, IgnoredThing>();
  const authors = new Map<string, IgnoredThing>();
  for (const thing of things) {
    if (thing.kind === 'paper') papers.set(thing.what, thing);
    if (thing.kind === 'author') authors.set(nameKey(thing.what), thing);
  }
  if (papers.size + authors.size === 0) return () => null;
  return (paper) => {
    const keys = papers.size === 0 ? [] : [paper.id, ...keysOf(paper)];
    for (const key of keys) {
      const found = papers.get(key);
      if (found) return found;
    }
    if (authors.size === 0) return null;
    const name = paper.authors.map(nameKey).find((key) => authors.has(key));
    return (name !== undefined && authors.get(name)) || null;
  };
}

/** As `ignoredAmong`, and finds the ignored word or phrase that a paper has. */
export function ignoredIn(
  things: readonly IgnoredThing[],
): (of: { paper: Paper; text: PaperText }) => IgnoredThing | null {
  const among = ignoredAmong(things);
  const words = things
    .filter(({ kind }) => kind === 'word')
    .map((thing): [WordTest, IgnoredThing] => [wordTest(thing.what), thing])
    .filter(([{ sought }]) => sought.length > 0);
  return ({ paper, text }) =>
    among(paper) ?? words.find(([test]) => holdsIn(test, text))?.[1] ?? null;
}

const wordTest = (written: string): WordTest =>
  wordTestOf({ kind: 'text', field: 'any', words: textWords(written), quoted: true });
