/**
 * "What is related to this paper?" over the papers of the digest: an inverted index in segments.
 * Questions read only the records they need; an update writes one segment in proportion to itself;
 * every write is one transaction that leaves a whole index.
 */
import type { PaperId } from '../paper/paper.ts';
import type { IndexStorage } from './index-storage.ts';
import type { IndexedPaper } from './indexed-paper.ts';
import { inSortOrder, passesRelatedFilters, shareOf, sortFrom } from './ranking/filters.ts';
import {
  fuzzyTerms,
  type MatchHow,
  matchingPapers,
  type WordMatch,
} from './ranking/match-words.ts';
import {
  type ComparedDocument,
  comparedWords,
  type PairwiseSimilarity,
  pairwiseSimilarity,
} from './ranking/pairwise-similarity.ts';
import { reasonsOf } from './ranking/reasons.ts';
import { type QueryTerms, queryTerms, type RelatedQuery } from './ranking/related-query.ts';
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
import { MissingRecord, Segment } from './segments/segment.ts';
import { type Doc, Snapshot, type WeightedTerm } from './segments/snapshot.ts';

export type { IndexStorage } from './index-storage.ts';
export type { IndexedPaper } from './indexed-paper.ts';
export type { MatchHow, WordMatch } from './ranking/match-words.ts';
export type { RelatedQuery } from './ranking/related-query.ts';

export interface RelatedHit {
  id: PaperId;
  score: number;
  /** Terms that carried the score, strongest first, as the query writes them. */
  why: string[];
}

/** Opens the index a storage holds; one of another version is cleared, and empty. */
export async function openRelatedIndex(storage: IndexStorage): Promise<RelatedIndex> {
  const [bytes] = await storage.read([manifestKey]);
  const manifest = bytes === undefined ? emptyManifest : decodeManifest(bytes);
  if (manifest === null) await storage.clear();
  return new RelatedIndex(storage, manifest ?? emptyManifest);
}

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

  /** How many papers it holds. */
  get papers(): number {
    return this.#snapshot.papers;
  }

  /** Ids of all papers, in code point order within each segment. */
  ids(): Promise<PaperId[]> {
    return this.#ask([], (snapshot) =>
      snapshot.segments.flatMap((segment) => {
        return segment.ids.texts().filter((_, doc) => !segment.isDead(doc));
      }),
    );
  }

  /** The papers closest to a document, best first. */
  related(query: RelatedQuery): Promise<RelatedHit[]> {
    const terms = queryTerms(query);
    return this.#ask(names(terms), (snapshot) => {
      const excluded = new Set(query.exclude.map((id) => key(snapshot.docOf(id))));
      const passesAll = passesRelatedFilters(snapshot, query);
      const allowed = (doc: Doc) => !excluded.has(key(doc)) && passesAll(doc);
      const weighted = snapshot.weigh(terms.terms);
      const isOrdered = (query.sort ?? 'similarity') !== 'similarity';
      const limit = isOrdered ? Math.max(query.limit, sortFrom) : query.limit;
      // More than asked for, where some will be folded into others.
      const wanted = query.asShown ? limit * (isOrdered ? 1.5 : 3) + 5 : limit;
      const share = shareOf(snapshot, query);
      const best = topK(snapshot, weighted, { limit: wanted, allowed, share });
      const close = query.asShown ? aboveFloor(snapshot, query, terms, weighted, best) : best;
      const hits = inSortOrder(snapshot, close, query.sort);
      return answers(snapshot, query, weighted, hits.slice(0, query.limit));
    });
  }

  /**
   * Every candidate with its score, best first; those that share nothing or are not in the index
   * have score 0 and come last. Equal scores are in code point order of the ids.
   */
  score(query: RelatedQuery, candidates: PaperId[]): Promise<RelatedHit[]> {
    const terms = queryTerms(query);
    return this.#ask(names(terms), (snapshot) => {
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
        ...answers(snapshot, query, weighted, scored),
        ...zero.map((id) => ({ id, score: 0, why: [] })),
      ];
    });
  }

  /** How close a few documents are to one another; they need not be in the index. */
  among(documents: ComparedDocument[], ignoredTerms: string[]): Promise<PairwiseSimilarity> {
    const words = comparedWords(documents, ignoredTerms);
    return this.#ask([...words.terms], (snapshot) =>
      pairwiseSimilarity(snapshot, documents, words),
    );
  }

  /** How terms are spread over the papers: what a profile learned elsewhere is weighed by. */
  spread(terms: string[]): Promise<{ averageLength: number; idf: Map<string, number> }> {
    return this.#ask(terms, (snapshot) => {
      const weighted = snapshot.weigh(
        terms.map((term) => ({ term, frequency: 1, occurrences: 1 })),
      );
      const idf = new Map(weighted.map(({ term, weight }) => [term, weight]));
      return { averageLength: snapshot.averageLength, idf };
    });
  }

  /** Every paper's sum of BM25 contributions by weights given for the terms; 0 is left out. */
  scoreBy(weights: [term: string, weight: number][]): Promise<Map<PaperId, number>> {
    const own = new Map(weights);
    return this.#ask([...own.keys()], (snapshot) => {
      const terms = [...own.keys()].map((term) => ({ term, frequency: 1, occurrences: 1 }));
      const weighted = snapshot
        .weigh(terms)
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

  /** Papers that hold a word, or what it may be the beginning or a misspelling of. */
  async match(word: string, how: MatchHow): Promise<WordMatch[]> {
    const wanted = fuzzyTerms(await this.#load([], how.prefix || how.edits > 0), word, how);
    return this.#ask([...wanted.keys()], (snapshot) => matchingPapers(snapshot, wanted));
  }

  /** Adds papers (an id that is already there is replaced) and removes others, at once or not at all. */
  update(change: { put: IndexedPaper[]; remove: PaperId[] }): Promise<void> {
    return this.#write(async () => {
      return planUpdate(this.#manifest, await this.#load([]), change);
    }).then(() => undefined);
  }

  /**
   * One bounded piece of merging small segments into larger ones, for idle moments; true while there
   * is more to do. Interrupted anywhere, the next call goes on from the last piece written.
   */
  mergeStep(): Promise<boolean> {
    return this.#write(async () =>
      planMergeStep(this.#manifest, await this.#load([]), this.#storage),
    );
  }

  /** Plans a change and writes it; changes wait for one another. False when there was none to make. */
  #write(plan: () => Promise<SegmentChange | null>): Promise<boolean> {
    const written = this.#writing.then(async () => {
      const change = await plan();
      if (change === null) return false;
      await this.#storage.write(
        [...change.put, [manifestKey, encodeManifest(change.manifest)]],
        change.remove,
      );
      this.#follow(change);
      return true;
    });
    this.#writing = written.catch(() => undefined);
    return written;
  }

  #follow({ manifest, dead }: SegmentChange): void {
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

  /** A snapshot that has read what is asked for; the newest, if records went away under the reading. */
  async #load(terms: string[], words = false): Promise<Snapshot> {
    for (;;) {
      const snapshot = this.#snapshot;
      try {
        await snapshot.load(terms, words);
        return snapshot;
      } catch (error) {
        if (!(error instanceof MissingRecord) || snapshot === this.#snapshot) throw error;
      }
    }
  }

  async #ask<T>(terms: string[], answer: (snapshot: Snapshot) => T): Promise<T> {
    return answer(await this.#load(terms));
  }
}

function answers(
  snapshot: Snapshot,
  query: RelatedQuery,
  weighted: WeightedTerm[],
  docs: (Doc & { score: number })[],
): RelatedHit[] {
  const why = reasonsOf(snapshot, query, weighted, docs);
  return docs.map((doc, i) => ({ id: snapshot.idOf(doc), score: doc.score, why: why[i] ?? [] }));
}

const names = ({ terms }: QueryTerms): string[] => terms.map(({ term }) => term);

const key = (doc: Doc | null): number => (doc === null ? -1 : doc.segment * 2 ** 24 + doc.doc);
