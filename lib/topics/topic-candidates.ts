/** Which papers of a large digest need to be looked at for a topic. */
import type { PaperId } from '../paper/paper.ts';
import type { ParsedQuery } from '../query/parsed-query.ts';
import type { WordIndex } from '../search/matching/word-index.ts';
import { termOf } from '../text/terms.ts';
import { significantClauses } from './significant-clauses.ts';

/**
 * Ids of the papers that have every word a topic asks for in title, abstract or key terms: all
 * its matches and some more. Null when it asks for no such word, so that any paper may match.
 */
export async function topicCandidates(
  query: ParsedQuery,
  words: WordIndex,
): Promise<Set<PaperId> | null> {
  const asked = significantClauses(query).filter(
    ({ without, field }) => !without && field !== 'author',
  );
  const terms = new Map<string, string>();
  for (const word of asked.flatMap((clause) => clause.words)) {
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
