import type { Paper } from '../paper/paper.ts';
import { wordKeysOf } from '../query/word-key.ts';
import { termOf, textWords } from '../text/terms.ts';

const mostWords = 12;

/**
 * Words of a paper that a topic could do without: its key terms, or where it has none the words of
 * its title; not those that the topic itself asks for (`query`), without which it would be empty.
 */
export function wordsToMute(
  { title, keyTerms }: Pick<Paper, 'title' | 'keyTerms'>,
  query: string,
): string[] {
  const asked = new Set(wordKeysOf(query));
  const titleWords = textWords(title).filter((word) => termOf(word) !== null);
  const words = new Map<string, string>();
  for (const word of keyTerms.length > 0 ? keyTerms : titleWords) {
    const keys = wordKeysOf(word);
    const key = keys.join(' ');
    if (keys.length === 0 || keys.some((each) => asked.has(each)) || words.has(key)) continue;
    words.set(key, word);
  }
  return [...words.values()].slice(0, mostWords);
}
