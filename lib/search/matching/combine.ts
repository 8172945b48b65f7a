/** Combines the matches of each word into candidates for the whole query. */
import type { MatchKind } from '../../index/ranking/match-words.ts';
import type { PaperId } from '../../paper/paper.ts';
import { type Matches, matchRanks } from './word-index.ts';

/** The papers with one word of the query, and how often the user wrote that word. */
export interface MatchedWord {
  matches: Matches;
  count: number;
}

/** A paper that may answer the query. */
export interface Candidate {
  id: PaperId;
  score: number;
  /** The worst kind among its words' matches. */
  how: MatchKind;
  /** How many of the query's words it has. */
  words: number;
  /** It lacks a word of the query, so it comes after all papers that lack none. */
  isIncomplete: boolean;
}

/** What a match counts by its kind: a prefix or a similar spelling is weaker evidence. */
const kindWeights: Readonly<Record<MatchKind, number>> = { exact: 1, prefix: 0.6, similar: 0.3 };

/** Papers that have every word. */
export function withAllWords(words: readonly MatchedWord[]): Candidate[] {
  const [rarest, ...others] = [...words].sort((a, b) => a.matches.size - b.matches.size);
  const found: Candidate[] = [];
  for (const [id, first] of rarest?.matches ?? []) {
    let score = first.weight * kindWeights[first.how] * (rarest?.count ?? 1);
    let how = first.how;
    const hasAll = others.every(({ matches, count }) => {
      const match = matches.get(id);
      if (!match) return false;
      score += match.weight * kindWeights[match.how] * count;
      if (matchRanks[match.how] > matchRanks[how]) how = match.how;
      return true;
    });
    if (hasAll) found.push({ id, score, how, words: words.length, isIncomplete: false });
  }
  return found;
}

/** Papers that have any word; their kind is that of their best match. */
export function withAnyWord(words: readonly MatchedWord[]): Candidate[] {
  const found = new Map<PaperId, Candidate>();
  for (const { matches, count } of words) {
    for (const [id, { weight, how }] of matches) {
      const known = found.get(id);
      const score = weight * kindWeights[how] * count;
      if (!known) {
        found.set(id, { id, score, how, words: 1, isIncomplete: false });
        continue;
      }
      known.score += score;
      known.words++;
      if (matchRanks[how] < matchRanks[known.how]) known.how = how;
    }
  }
  return [...found.values()];
}
