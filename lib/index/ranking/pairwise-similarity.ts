/**
 * The pairwise similarity of a few documents: each one as query, scored against the others by the
 * BM25 over words that decides whether a paper is related (docs/ranking.md). Documents are scored
 * from their texts; the index only provides document frequencies.
 */
import type { IndexedPaper } from '../indexed-paper.ts';
import type { Snapshot } from '../segments/snapshot.ts';
import { bm25Score, lengthNorm } from './bm25.ts';
import { isPhrase, type QueryTerms, queryTerms, singleTerms } from './related-query.ts';
import { isRare, reachesFloor, relevanceFloor, selfScore } from './relevance-floor.ts';
import { termVector } from './term-vector.ts';

export type ComparedDocument = Pick<IndexedPaper, 'title' | 'abstract' | 'keyTerms'>;

/** Two square tables; rows and columns are in the order of the documents. */
export interface PairwiseSimilarity {
  /** The score of one document for the other as a share of its self-score, averaged over both directions; 0 on the diagonal. */
  shares: number[][];
  /** Whether one of the two, as query, has the other above the relevance floor. */
  related: boolean[][];
}

/** The documents as queries without phrases, and all their words. */
interface ComparedWords {
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
  const known = new Map(snapshot.weigh(singleTerms(terms)).map((word) => [word.term, word]));
  const vectors = documents.map((document) => termVector(document, 'salient'));
  const norms = vectors.map(({ length }) => lengthNorm(length, snapshot.averageLength));
  const found = queries.map((query) => {
    const words = query.terms.flatMap(({ term, frequency }) => {
      const word = known.get(term);
      return word ? { ...word, weight: word.weight * frequency } : [];
    });
    const rare = words.map((word) => isRare(snapshot, word));
    const own = selfScore(snapshot, query, words);
    const floor = relevanceFloor(snapshot.paperCount, query.terms.length) * own;
    return vectors.map((vector, position) => {
      let score = 0;
      let byRare = 0;
      words.forEach(({ term, weight }, i) => {
        const frequency = vector.terms.get(term) ?? 0;
        const part = bm25Score(weight, frequency, norms[position] as number);
        score += part;
        if (rare[i]) byRare += part;
      });
      return {
        share: own === 0 ? 0 : score / own,
        related: score > 0 && reachesFloor(score, byRare, floor),
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
