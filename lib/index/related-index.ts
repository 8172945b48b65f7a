/**
 * The index of related papers: an inverted index in segments. A query reads only the records it
 * needs, an update writes one segment of its own size, and every write is one transaction that leaves
 * a whole index.
 */
import type { PaperId } from '../paper/paper.ts';
import type { IndexStorage } from './index-storage.ts';
import type { IndexedPaper } from './indexed-paper.ts';
import { inSortOrder, passesRelatedFilters, scoreFactor, sortedPapers } from './ranking/filters.ts';
import {
  type MatchOptions,
  matchingPapers,
  matchingTerms,
  type WordMatch,
} from './ranking/match-words.ts';
import {
  type ComparedDocument,
  comparedWords,
  type PairwiseSimilarity,
  pairwiseSimilarity,
} from './ranking/pairwise-similarity.ts';
import { reasonsOf } from './ranking/reasons.ts';
import {
  type QueryTerms,
  queryTerms,
  type RelatedQuery,
  singleTerms,
} from './ranking/related-query.ts';
import { aboveFloor } from './ranking/relevance-floor.ts';
import { topK } from './ranking/top-k.ts';
import {
  decodeManifest,
  emptyManifest,
  encodeManifest,
  type Manifest,
  manifestKey,
  type SegmentChange,
} from './segments/manifest.ts';
import { planMergeStep } from './segments/merge.ts';
import { planUpdate } from './segments/plan-update.ts';
import { MissingRecordError, Segment } from './segments/segment.ts';
import { type Doc, Snapshot, type WeightedTerm } from './segments/snapshot.ts';

export type { IndexedPaper } from './indexed-paper.ts';
export type { RelatedQuery } from './ranking/related-query.ts';

export interface RelatedHit {
  id: PaperId;
  score: number;
  /** The reasons: the terms that contributed most to the score, strongest first, as the query writes them. */
  why: string[];
}

/** Opens the index in a storage. An index of another version is cleared. */
export async function openRelatedIndex(storage: IndexStorage): Promise<RelatedIndex> {
  const [bytes] = await storage.read([manifestKey]);
  const manifest = bytes === undefined ? emptyManifest : decodeManifest(bytes);
  if (manifest === null) await storage.clear();
  return new RelatedIndex(storage, manifest ?? emptyManifest);
}

/**
 * Answers which papers are related to a text. Every method that reads rejects with
 * `MissingRecordError` when the storage lacks a record that the manifest names.
 *
 * @example
 * const index = await openRelatedIndex(new MemoryStorage());
 * const paper = { keyTerms: [], published: null };
 * await index.update({
 *   put: [
 *     { ...paper, id: 'a', title: 'Low-rank adaptation of language models', abstract: '' },
 *     { ...paper, id: 'b', title: 'Galaxy rotation curves', abstract: '' },
 *   ],
 *   remove: [],
 * });
 * const query = { title: 'Adapting language models', abstract: '', exclude: [], ignoredTerms: [] };
 * await index.related({ ...query, limit: 5, asShown: false });
 * // [{ id: 'a', score: 2.435…, why: ['adapting language', 'models'] }]
 */
export class RelatedIndex {
  readonly #storage: IndexStorage;
  #manifest: Manifest;
  #snapshot: Snapshot;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(storage: IndexStorage, manifest: Manifest) {
    this.#storage = storage;
    this.#manifest = manifest;
    this.#snapshot = new Snapshot(
      manifest.segments.map((entry) => new Segment(entry, storage)),
      storage,
    );
  }

  /** The number of papers. */
  get paperCount(): number {
    return this.#snapshot.paperCount;
  }

  /** The ids of all papers, in code point order within each segment. */
  ids(): Promise<PaperId[]> {
    return this.#query([], ({ segments }) =>
      segments.flatMap((segment) => segment.ids.texts().filter((_, doc) => !segment.isDead(doc))),
    );
  }

  /** The papers most similar to a document, in the query's sort order. */
  related(query: RelatedQuery): Promise<RelatedHit[]> {
    const terms = queryTerms(query);
    return this.#query(names(terms), (snapshot) => {
      const excluded = new Set(query.exclude.map((id) => docKey(snapshot.docOf(id))));
      const passesFilters = passesRelatedFilters(snapshot, query);
      const allowed = (doc: Doc) => !excluded.has(docKey(doc)) && passesFilters(doc);
      const weighted = snapshot.weigh(terms.terms);
      const isOrdered = (query.sort ?? 'similarity') !== 'similarity';
      const limit = isOrdered ? Math.max(query.limit, sortedPapers) : query.limit;
      // Room for near-duplicates and papers below the floor, which are dropped.
      const wanted = query.asShown ? limit * (isOrdered ? 1.5 : 3) + 5 : limit;
      const factor = scoreFactor(snapshot, query);
      const best = topK(snapshot, weighted, { limit: wanted, allowed, factor });
      const close = query.asShown ? aboveFloor(snapshot, query, terms, weighted, best) : best;
      const hits = inSortOrder(snapshot, close, query.sort);
      return withReasons(snapshot, query, weighted, hits.slice(0, query.limit));
    });
  }

  /**
   * Scores every candidate, best first. Candidates that share no term or are not in the index have
   * score 0 and come last. Equal scores are in code point order of the ids.
   */
  score(query: RelatedQuery, candidates: PaperId[]): Promise<RelatedHit[]> {
    const terms = queryTerms(query);
    return this.#query(names(terms), (snapshot) => {
      const weighted = snapshot.weigh(terms.terms);
      const scores = snapshot.scores(weighted);
      const scored: (Doc & { score: number })[] = [];
      const zero: PaperId[] = [];
      for (const id of new Set(candidates)) {
        const doc = snapshot.docOf(id);
        const score = doc === null ? 0 : (scores[doc.segment]?.[doc.doc] ?? 0);
        if (doc === null || score === 0) zero.push(id);
        else scored.push({ ...doc, score });
      }
      scored.sort((a, b) => (snapshot.isBefore(a, b) ? -1 : 1));
      zero.sort();
      return [
        ...withReasons(snapshot, query, weighted, scored),
        ...zero.map((id) => ({ id, score: 0, why: [] })),
      ];
    });
  }

  /** The similarity of each two of a few documents, which need not be in the index. */
  pairwiseSimilarity(
    documents: ComparedDocument[],
    ignoredTerms: string[],
  ): Promise<PairwiseSimilarity> {
    const words = comparedWords(documents, ignoredTerms);
    return this.#query([...words.terms], (snapshot) =>
      pairwiseSimilarity(snapshot, documents, words),
    );
  }

  /** The statistics that training an example topic needs: average length of papers, idf of each known term. */
  termStatistics(terms: string[]): Promise<{ averageLength: number; idf: Map<string, number> }> {
    return this.#query(terms, (snapshot) => {
      const weighted = snapshot.weigh(singleTerms(terms));
      const idf = new Map(weighted.map(({ term, weight }) => [term, weight]));
      return { averageLength: snapshot.averageLength, idf };
    });
  }

  /** Each paper's BM25 score with the given weights instead of idf; papers of score 0 are left out. */
  scoreByWeights(weights: [term: string, weight: number][]): Promise<Map<PaperId, number>> {
    const own = new Map(weights);
    return this.#query([...own.keys()], (snapshot) => {
      const weighted = snapshot
        .weigh(singleTerms(own.keys()))
        .map((term) => ({ ...term, weight: own.get(term.term) ?? 0 }));
      const scored = new Map<PaperId, number>();
      snapshot.scores(weighted).forEach((sums, number) => {
        const segment = snapshot.segments[number];
        sums.forEach((score, doc) => {
          if (score === 0 || !segment || segment.isDead(doc)) return;
          scored.set(segment.idText(doc), score);
        });
      });
      return scored;
    });
  }

  /** The papers that contain a word or, where allowed, a longer word or a similar spelling. */
  async match(word: string, options: MatchOptions): Promise<WordMatch[]> {
    const snapshot = await this.#load([], options.prefix || options.edits > 0);
    const terms = matchingTerms(snapshot, word, options);
    return this.#query([...terms.keys()], (loaded) => matchingPapers(loaded, terms));
  }

  /** Adds papers, replacing those of the same id, and removes others, in one transaction. */
  async update(change: { put: IndexedPaper[]; remove: PaperId[] }): Promise<void> {
    await this.#write(async () => planUpdate(this.#manifest, await this.#load([]), change));
  }

  /**
   * Does one bounded step of merging small segments into larger ones, for idle moments; returns
   * whether there was a step to do. If it is interrupted, the next call repeats the step.
   */
  mergeStep(): Promise<boolean> {
    return this.#write(async () =>
      planMergeStep(this.#manifest, await this.#load([]), this.#storage),
    );
  }

  /** Plans and writes a change after all earlier ones; returns false when the plan is null. */
  #write(plan: () => Promise<SegmentChange | null>): Promise<boolean> {
    const written = this.#writing.then(async () => {
      const change = await plan();
      if (change === null) return false;
      await this.#storage.write(
        [...change.put, [manifestKey, encodeManifest(change.manifest)]],
        change.remove,
      );
      this.#apply(change);
      return true;
    });
    this.#writing = written.catch(() => undefined);
    return written;
  }

  #apply({ manifest, dead }: SegmentChange): void {
    const known = new Map(this.#snapshot.segments.map((segment) => [segment.entry.name, segment]));
    this.#manifest = manifest;
    this.#snapshot = new Snapshot(
      manifest.segments.map(
        (entry) =>
          known.get(entry.name)?.withEntry(entry, dead.get(entry.name) ?? null) ??
          new Segment(entry, this.#storage),
      ),
      this.#storage,
    );
  }

  /** The snapshot with the records that these terms need; the newest, if a write removed records meanwhile. */
  async #load(terms: string[], words = false): Promise<Snapshot> {
    for (;;) {
      const snapshot = this.#snapshot;
      try {
        await snapshot.load(terms, words);
        return snapshot;
      } catch (error) {
        if (!(error instanceof MissingRecordError) || snapshot === this.#snapshot) throw error;
      }
    }
  }

  async #query<T>(terms: string[], answer: (snapshot: Snapshot) => T): Promise<T> {
    return answer(await this.#load(terms));
  }
}

function withReasons(
  snapshot: Snapshot,
  query: RelatedQuery,
  weighted: WeightedTerm[],
  docs: (Doc & { score: number })[],
): RelatedHit[] {
  const why = reasonsOf(snapshot, query, weighted, docs);
  return docs.map((doc, i) => ({ id: snapshot.idOf(doc), score: doc.score, why: why[i] ?? [] }));
}

const names = ({ terms }: QueryTerms): string[] => terms.map(({ term }) => term);

const docKey = (doc: Doc | null): number => (doc === null ? -1 : doc.segment * 2 ** 24 + doc.doc);
