import { keysOf } from '../paper/identity.ts';
import type { Paper } from '../paper/paper.ts';
import { passesTextTest, type TextTest, textTestOf } from '../query/clause-match.ts';
import type { PaperText } from '../query/paper-text.ts';
import { nameWordsOf, wordKeysOf } from '../query/word-key.ts';
import { textWords } from '../text/terms.ts';
import type { MuteRule } from './mute-rule.ts';

/** A name in whatever order and case it is written: "Okafor, Ada" is "Ada Okafor". */
const nameKey = (name: string): string => nameWordsOf(name).sort().join(' ');

/** One string for one thing, however it is written. */
export function ruleKey({ kind, what }: Pick<MuteRule, 'kind' | 'what'>): string {
  if (kind === 'word') return `word ${wordKeysOf(what).join(' ')}`;
  return kind === 'author' ? `author ${nameKey(what)}` : `paper ${what}`;
}

/** The list with the thing, or without it; itself where nothing changes. */
export function toggleRule(
  things: readonly MuteRule[],
  thing: MuteRule,
  ignored: boolean,
): readonly MuteRule[] {
  const key = ruleKey(thing);
  const has = things.some((known) => ruleKey(known) === key);
  if (has === ignored) return things;
  return ignored ? [...things, thing] : things.filter((known) => ruleKey(known) !== key);
}

/**
 * Finds the ignored author or the ignored paper that a paper is, by any of its keys; null for none.
 * Words are no matter of it: related papers are ranked without them, topics ask `ignoredIn`.
 */
export function mutedBy(things: readonly MuteRule[]): (paper: Paper) => MuteRule | null {
  const papers = new Map<string, MuteRule>();
  const authors = new Map<string, MuteRule>();
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
export function topicMuteTest(
  things: readonly MuteRule[],
): (of: { paper: Paper; text: PaperText }) => MuteRule | null {
  const among = mutedBy(things);
  const words = things
    .filter(({ kind }) => kind === 'word')
    .map((thing): [TextTest, MuteRule] => [wordTest(thing.what), thing])
    .filter(([{ keys }]) => keys.length > 0);
  return ({ paper, text }) =>
    among(paper) ?? words.find(([test]) => passesTextTest(test, text))?.[1] ?? null;
}

const wordTest = (written: string): TextTest =>
  textTestOf({ kind: 'text', field: 'any', words: textWords(written), quoted: true });
