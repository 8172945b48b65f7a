import { keysOf } from '../paper/identity.ts';
import type { Paper } from '../paper/paper.ts';
import { passesTextTest, type TextTest, textTestOf } from '../query/clause-match.ts';
import type { PaperText } from '../query/paper-text.ts';
import { nameWordsOf, wordKeysOf } from '../query/word-key.ts';
import { textWords } from '../text/terms.ts';
import type { MuteRule } from './mute-rule.ts';

/** A name without order and case: "Okafor, Ada" is "Ada Okafor". */
const nameKey = (name: string): string => nameWordsOf(name).sort().join(' ');

/** A key that is equal for all spellings of one word, name or paper. */
export function ruleKey({ kind, what }: Pick<MuteRule, 'kind' | 'what'>): string {
  if (kind === 'word') return `word ${wordKeysOf(what).join(' ')}`;
  return kind === 'author' ? `author ${nameKey(what)}` : `paper ${what}`;
}

/** The rules with this one or without it; the same array when nothing changes. */
export function toggleRule(
  rules: readonly MuteRule[],
  rule: MuteRule,
  muted: boolean,
): readonly MuteRule[] {
  const key = ruleKey(rule);
  const has = rules.some((known) => ruleKey(known) === key);
  if (has === muted) return rules;
  return muted ? [...rules, rule] : rules.filter((known) => ruleKey(known) !== key);
}

/**
 * Finds the author rule or paper rule that mutes a paper, by any of its keys; null for none. Word
 * rules do not count here: related papers are ranked without these words, topics use
 * `topicMuteTest`.
 */
export function mutedBy(rules: readonly MuteRule[]): (paper: Paper) => MuteRule | null {
  const papers = new Map<string, MuteRule>();
  const authors = new Map<string, MuteRule>();
  for (const rule of rules) {
    if (rule.kind === 'paper') papers.set(rule.what, rule);
    if (rule.kind === 'author') authors.set(nameKey(rule.what), rule);
  }
  if (papers.size + authors.size === 0) return () => null;
  return (paper) => {
    const keys = papers.size === 0 ? [] : [paper.id, ...keysOf(paper)];
    for (const key of keys) {
      const rule = papers.get(key);
      if (rule) return rule;
    }
    if (authors.size === 0) return null;
    const name = paper.authors.map(nameKey).find((key) => authors.has(key));
    return (name !== undefined && authors.get(name)) || null;
  };
}

/** As `mutedBy`, with the rules of words and phrases that a paper has. */
export function topicMuteTest(
  rules: readonly MuteRule[],
): (of: { paper: Paper; text: PaperText }) => MuteRule | null {
  const ruleOf = mutedBy(rules);
  const words = rules
    .filter(({ kind }) => kind === 'word')
    .filter(({ what }) => textWords(what).length > 0)
    .map((rule): [TextTest, MuteRule] => [wordTest(rule.what), rule]);
  return ({ paper, text }) =>
    ruleOf(paper) ?? words.find(([test]) => passesTextTest(test, text))?.[1] ?? null;
}

const wordTest = (written: string): TextTest =>
  textTestOf({ kind: 'text', field: 'any', words: textWords(written), quoted: true });
