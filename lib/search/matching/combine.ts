/** From the papers of each word to the papers of the query. */
import type { PaperId } from '../../paper/paper.ts';
import type { Matches } from '../query/query-words.ts';
import { type How, ranks } from './word-index.ts';

/** Papers with one word of the query, and how much that word counts. */
export interface ScoredPaper {
  matches: Matches;
  times: number;
}

export interface ScoredMatches {
  id: PaperId;
  score: number;
  /** The worst of its words' matches. */
  how: How;
  /** How many of the words it has. */
  words: number;
  /** It lacks a word that keywords ask for: after all that have them. */
  lacking: boolean;
}

/** A word met only begun, or misspelt, says less than the word itself. */
const shares: Readonly<Record<How, number>> = { exact: 1, prefix: 0.6, similar: 0.3 };

/** Papers that have every word. */
export function withAllWords(words: readonly ScoredPaper[]): ScoredMatches[] {
  const [rarest, ...others] = [...words].sort((a, b) => a.matches.size - b.matches.size);
  const found: ScoredMatches[] = [];
  for (const [id, first] of rarest?.matches ?? []) {
    let score = first.weight * shares[first.how] * (rarest?.times ?? 1);
    let how = first.how;
    const hasAll = others.every(({ matches, times }) => {
      const match = matches.get(id);
      if (!match) return false;
      score += match.weight * shares[match.how] * times;
      if (ranks[match.how] > ranks[how]) how = match.how;
      return true;
    });
    if (hasAll) found.push({ id, score, how, words: words.length, lacking: false });
  }
  return found;
}

/** Papers that have any word. */
export function withAnyWord(words: readonly ScoredPaper[]): ScoredMatches[] {
  const found = new Map<PaperId, ScoredMatches>();
  for (const { matches, times } of words) {
    for (const [id, { weight, how }] of matches) {
      const before = found.get(id);
      const score = weight * shares[how] * times;
      if (!before) {
        found.set(id, { id, score, how, words: 1, lacking: false });
        continue;
      }
      before.score += score;
      before.words++;
      if (ranks[how] < ranks[before.how]) before.how = how;
    }
  }
  return [...found.values()];
}
