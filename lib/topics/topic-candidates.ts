import type { PaperId } from '../paper/paper.ts';
import type { ParsedQuery } from '../query/parsed-query.ts';
import type { WordIndex } from '../search/matching/word-index.ts';
import { termOf } from '../text/terms.ts';
import { requiredWords } from './significant-clauses.ts';

/**
 * Ids of the papers that have every word of a topic in title, abstract or key terms: all its
 * matches and some more, found by the index. Null without such words: any paper may match then.
 */
export async function topicCandidates(
  query: ParsedQuery,
  words: WordIndex,
): Promise<Set<PaperId> | null> {
  const terms = new Map<string, string>();
  for (const word of requiredWords(query)) {
    const term = termOf(word);
    if (term !== null) terms.set(term, word);
  }
  let candidates: Set<PaperId> | null = null;
  for (const word of terms.values()) {
    const matches = await words.match(word, { prefix: false, edits: 0 });
    const ids = new Set(matches.map(({ id }) => id));
    candidates = candidates === null ? ids : candidates.intersection(ids);
    if (candidates.size === 0) break;
  }
  return candidates;
}
