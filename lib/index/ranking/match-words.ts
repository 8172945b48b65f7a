/**
 * Matches one word of a search: papers that contain it, a word that begins with it, or a word with a
 * similar spelling. Prefixes and misspellings are looked up among the words as written, because the
 * terms of the index are stems.
 */
import type { PaperId } from '../../paper/paper.ts';
import { foldedWord, termOf } from '../../text/terms.ts';
import { readPostings } from '../segments/postings.ts';
import type { Snapshot } from '../segments/snapshot.ts';
import { bm25Score, lengthNorm } from './bm25.ts';
import { forEachFuzzyTerm } from './fuzzy-terms.ts';
import { singleTerms } from './related-query.ts';

export interface MatchOptions {
  /** Whether to match words that begin with it. */
  prefix: boolean;
  /** The largest number of edits (insert, delete, replace, swap neighbors) of a similar word. */
  edits: 0 | 1 | 2;
}

/** How a term matches, best first. */
export type MatchKind = 'exact' | 'prefix' | 'similar';

export interface WordMatch {
  id: PaperId;
  /** The largest BM25 score among the matching terms of kind `how`. */
  weight: number;
  /** The best kind of match of this paper. */
  how: MatchKind;
}

/**
 * BM25 for typed words. A whole abstract as query needs strong length normalization, a few words do
 * not: on the CACM collection, MAP is .361 with b 0.9, .376 with 0.5, .378 with 0.4.
 */
const keywordBm25 = { k1: 1.2, b: 0.5 };

const kinds: MatchKind[] = ['exact', 'prefix', 'similar'];

/** The terms that a word matches, each with its best kind. */
export function matchingTerms(
  snapshot: Snapshot,
  word: string,
  { prefix, edits }: MatchOptions,
): Map<string, MatchKind> {
  const found = new Map<string, MatchKind>();
  const add = (text: string, kind: MatchKind) => {
    const term = termOf(text);
    if (term !== null && !found.has(term)) found.set(term, kind);
  };
  add(word, 'exact');
  const typed = foldedWord(word);
  if (typed === '') return found;
  if (prefix) {
    for (const text of wordsFrom(snapshot, typed)) add(text, 'prefix');
  }
  if (edits > 0) {
    for (const segment of snapshot.segments) {
      for (const table of segment.wordTables()) {
        forEachFuzzyTerm(table, typed, { edits, swaps: true }, (text) => add(text, 'similar'));
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

/** The papers that contain any of the terms, in code point order of their ids within each segment. */
export function matchingPapers(snapshot: Snapshot, terms: Map<string, MatchKind>): WordMatch[] {
  const matches: WordMatch[] = [];
  const weighted = snapshot.weigh(singleTerms(terms.keys()));
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
        const norm = lengthNorm(segment.lengthOf(doc), snapshot.averageLength, keywordBm25);
        const score = bm25Score(weight, frequency, norm, keywordBm25);
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
