/**
 * One word of a search: the papers that hold it, hold words it begins, or hold words spelt almost
 * like it. Prefixes and misspellings are looked up among the words as written, because the index
 * itself holds stems.
 */
import type { PaperId } from '../../paper/paper.ts';
import { foldedWord, termOf } from '../../text/terms.ts';
import { readPostings } from '../segments/postings.ts';
import type { Snapshot } from '../segments/snapshot.ts';
import { forEachFuzzyTerm } from './fuzzy-terms.ts';

export interface MatchHow {
  /** Also words that begin with it. */
  prefix: boolean;
  /** Also words at most so many edits (insert, delete, replace, swap neighbors) away. */
  edits: 0 | 1 | 2;
}

/** How a term came to match, from the best. */
export type MatchKind = 'exact' | 'prefix' | 'similar';

export interface WordMatch {
  id: PaperId;
  /** Largest BM25 score among the matching terms of the best kind. */
  weight: number;
  /** The best kind this paper has. */
  how: MatchKind;
}

/**
 * BM25 for words that people type. A whole abstract as the query wants strong length normalization;
 * a few words do not: on cacm, MAP .361 with b 0.9, .376 with 0.5, .378 with 0.4.
 */
export const keywordBm25 = { k1: 1.2, b: 0.5 };

const kinds: MatchKind[] = ['exact', 'prefix', 'similar'];

/** Terms that a word stands for, each with the best way it came to match. */
export function fuzzyTerms(
  snapshot: Snapshot,
  word: string,
  how: MatchHow,
): Map<string, MatchKind> {
  const found = new Map<string, MatchKind>();
  const add = (text: string, kind: MatchKind) => {
    const term = termOf(text);
    if (term !== null && !found.has(term)) found.set(term, kind);
  };
  add(word, 'exact');
  const typed = foldedWord(word);
  if (typed === '') return found;
  if (how.prefix) {
    for (const text of wordsFrom(snapshot, typed)) add(text, 'prefix');
  }
  if (how.edits > 0) {
    for (const segment of snapshot.segments) {
      for (const table of segment.wordTables()) {
        forEachFuzzyTerm(table, typed, { edits: how.edits, swaps: true }, (text) =>
          add(text, 'similar'),
        );
      }
    }
  }
  return found;
}

function* wordsFrom(snapshot: Snapshot, prefix: string): Generator<string> {
  for (const segment of snapshot.segments) {
    for (const table of segment.wordTables()) {
      for (const { text } of table.entries(prefix)) {
        if (!text.startsWith(prefix)) break;
        yield text;
      }
    }
  }
}

/** Papers that hold any of the terms, in code point order of their ids within each segment. */
export function matchingPapers(snapshot: Snapshot, terms: Map<string, MatchKind>): WordMatch[] {
  const matches: WordMatch[] = [];
  const weighted = snapshot.weigh(
    [...terms.keys()].map((term) => ({ term, frequency: 1, occurrences: 1 })),
  );
  snapshot.segments.forEach((segment, number) => {
    const weights = new Float64Array(segment.entry.docs);
    const ranks = new Uint8Array(segment.entry.docs).fill(kinds.length);
    for (const { term, weight, lists } of weighted) {
      const list = lists[number] ?? null;
      const rank = kinds.indexOf(terms.get(term) ?? 'similar');
      if (list === null) continue;
      readPostings(list, (doc, frequency) => {
        const known = ranks[doc] ?? 0;
        if (rank > known) return;
        const length = segment.lengthOf(doc) / snapshot.averageLength;
        const norm = keywordBm25.k1 * (1 - keywordBm25.b + keywordBm25.b * length);
        const score = (weight * (keywordBm25.k1 + 1) * frequency) / (frequency + norm);
        if (rank < known || score > (weights[doc] ?? 0)) weights[doc] = score;
        ranks[doc] = rank;
      });
    }
    ranks.forEach((rank, doc) => {
      const how = kinds[rank];
      if (how === undefined || segment.isDead(doc)) return;
      matches.push({ id: segment.idText(doc), weight: weights[doc] ?? 0, how });
    });
  });
  return matches;
}
