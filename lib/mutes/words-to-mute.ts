import type { Paper } from '../paper/paper.ts';
import { wordKeysOf } from '../query/word-key.ts';
import { termOf, textWords } from '../text/terms.ts';

const maxWords = 12;

/**
 * Words of a paper to suggest for muting in a topic: its key terms, or without any the words of its
 * title, except those of the topic's own query.
 */
export function wordsToMute(
  { title, keyTerms }: Pick<Paper, 'title' | 'keyTerms'>,
  query: string,
): string[] {
  const queryKeys = new Set(wordKeysOf(query));
  const titleWords = textWords(title).filter((word) => termOf(word) !== null);
  const words = new Map<string, string>();
  for (const word of keyTerms.length > 0 ? keyTerms : titleWords) {
    const keys = wordKeysOf(word);
    const key = keys.join(' ');
    if (keys.length === 0 || keys.some((each) => queryKeys.has(each)) || words.has(key)) continue;
    words.set(key, word);
  }
  return [...words.values()].slice(0, maxWords);
}
