/**
 * How close a few documents are to one another: each asked as a query, scored against the others by
 * the same BM25 over words that decides whether a paper is called related (docs/ranking.md). Only
 * the documents themselves are scored, from their texts; of the index, how many papers hold a word.
 */
import type { IndexedPaper } from '../indexed-paper.ts';
import type { Snapshot } from '../segments/snapshot.ts';
import { bm25, normOf } from './bm25.ts';
import { isPhrase, type QueryTerms, queryTerms } from './related-query.ts';
import { isRare, ownScore, RELEVANCE_FLOOR, reaches } from './relevance-floor.ts';
import { termVector } from './term-vector.ts';

export type ComparedDocument = Pick<IndexedPaper, 'title' | 'abstract' | 'keyTerms'>;

/** Two square tables, row and column by place among the documents. */
export interface PairwiseSimilarity {
  /**
   * Share of its own score at which one document finds the other, the mean of both directions; 0 on
   * the diagonal.
   */
  shares: number[][];
  /** Whether one of the two, asked as a query, would call the other related. */
  related: boolean[][];
}

/** The documents as queries of words alone, and all their words. */
export interface ComparedWords {
  queries: QueryTerms[];
  terms: Set<string>;
}

export function comparedWords(
  documents: ComparedDocument[],
  ignoredTerms: string[],
): ComparedWords {
  const queries = documents.map(({ title, abstract }) => {
    const { terms, length } = queryTerms({ title, abstract, ignoredTerms });
    return { terms: terms.filter(({ term }) => !isPhrase(term)), length };
  });
  const terms = new Set(queries.flatMap((query) => query.terms.map(({ term }) => term)));
  return { queries, terms };
}

export function pairwiseSimilarity(
  snapshot: Snapshot,
  documents: ComparedDocument[],
  { queries, terms }: ComparedWords,
): PairwiseSimilarity {
  const once = [...terms].map((term) => ({ term, frequency: 1, occurrences: 1 }));
  const known = new Map(snapshot.weigh(once).map((word) => [word.term, word]));
  const vectors = documents.map((document) => termVector(document, 'salient'));
  const norms = vectors.map(({ length }) => normOf(length, snapshot.averageLength));
  const found = queries.map((query) => {
    const words = query.terms.flatMap(({ term, frequency }) => {
      const word = known.get(term);
      return word ? { ...word, weight: word.weight * frequency } : [];
    });
    const rare = words.map((word) => isRare(snapshot, word));
    const own = ownScore(snapshot, query, words);
    const floor = RELEVANCE_FLOOR(snapshot.papers, query.terms.length) * own;
    return vectors.map((vector, place) => {
      let score = 0;
      let byRare = 0;
      words.forEach(({ term, weight }, i) => {
        const frequency = vector.terms.get(term) ?? 0;
        const part = (weight * (bm25.k1 + 1) * frequency) / (frequency + (norms[place] ?? 0) || 1);
        score += part;
        if (rare[i]) byRare += part;
      });
      return {
        share: own === 0 ? 0 : score / own,
        related: score > 0 && reaches(score, byRare, floor),
      };
    });
  });
  return {
    shares: found.map((row, i) =>
      row.map(({ share }, j) => (i === j ? 0 : (share + (found[j]?.[i]?.share ?? 0)) / 2)),
    ),
    related: found.map((row, i) =>
      row.map(({ related }, j) => i !== j && (related || found[j]?.[i]?.related === true)),
    ),
  };
}
