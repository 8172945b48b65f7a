/**
 * The live segments at one moment, and scoring over them: BM25 (Robertson et al., TREC-3) with the
 * figures that a fresh index of the live papers alone would have.
 */
import type { PaperId } from '../paper/paper.ts';
import { byCodePoint, encodeText } from './bytes.ts';
import type { IndexStorage } from './index-storage.ts';
import type { PostingList } from './postings.ts';
import { frequenciesIn } from './postings.ts';
import type { QueryTerm } from './query.ts';
import { MissingRecord, type Segment } from './segment.ts';

/** Chosen by measurement: docs/ranking.md. */
export const bm25 = { k1: 1.6, b: 0.9 };

/** A document of the snapshot. */
export interface Doc {
  segment: number;
  doc: number;
}

export interface ScoredDoc extends Doc {
  score: number;
}

/** A query's term with its weight here and its postings in each segment. */
export interface WeightedTerm {
  term: string;
  /** Inverse document frequency times the weight of the term in the query. */
  weight: number;
  lists: (PostingList | null)[];
}

export class Snapshot {
  readonly segments: Segment[];
  readonly papers: number;
  readonly averageLength: number;
  readonly #storage: IndexStorage;
  #norms: Float32Array[] | null = null;
  #scores: Float64Array[] | null = null;

  constructor(segments: Segment[], storage: IndexStorage) {
    this.segments = segments;
    this.#storage = storage;
    this.papers = segments.reduce((sum, segment) => sum + segment.liveDocs, 0);
    const length = segments.reduce((sum, segment) => sum + segment.entry.length, 0);
    this.averageLength = this.papers === 0 ? 1 : Math.max(1, length / this.papers);
  }

  /** Reads at once whatever the answers about these terms need. Throws `MissingRecord`. */
  async load(terms: string[], words = false): Promise<void> {
    const owners: Segment[] = [];
    const keys: string[] = [];
    for (const segment of this.segments) {
      for (const key of [...segment.missingFor(terms), ...(words ? segment.missingWords() : [])]) {
        keys.push(key);
        owners.push(segment);
      }
    }
    if (keys.length === 0) return;
    const records = await this.#storage.read(keys);
    records.forEach((bytes, i) => {
      if (bytes === undefined) throw new MissingRecord(keys[i]);
      owners[i]?.keep(keys[i] ?? '', bytes);
    });
  }

  /** ln(1 + (N − n + ½) / (n + ½)), `found` being the n of N papers that hold the term. */
  idf(found: number): number {
    return Math.log(1 + (this.papers - found + 0.5) / (found + 0.5));
  }

  /** Weights and postings of the terms that are anywhere in the index. */
  weigh(terms: QueryTerm[]): WeightedTerm[] {
    const weighted: WeightedTerm[] = [];
    for (const { term, frequency } of terms) {
      const encoded = encodeText(term);
      const lists = this.segments.map((segment) => segment.find(term, encoded));
      const found = this.#liveCount(lists);
      if (found > 0) weighted.push({ term, weight: this.idf(found) * frequency, lists });
    }
    return weighted;
  }

  #liveCount(lists: (PostingList | null)[]): number {
    let found = 0;
    lists.forEach((list, i) => {
      const segment = this.segments[i];
      if (list === null || segment === undefined) return;
      found += list.count;
      if (segment.entry.dead === 0) return;
      for (const frequency of frequenciesIn(list, segment.deadDocs())) {
        if (frequency > 0) found--;
      }
    });
    return found;
  }

  /**
   * The sum of the terms' contributions for every document of every segment. The arrays are the
   * snapshot's own: read them before anything else is asked.
   */
  scores(terms: WeightedTerm[]): Float64Array[] {
    const norms = this.#allNorms();
    this.#scores ??= this.segments.map((segment) => new Float64Array(segment.entry.docs));
    const scores = this.#scores;
    for (const sums of scores) sums.fill(0);
    for (const { weight, lists } of terms) {
      lists.forEach((list, i) => {
        const norm = norms[i];
        const sums = scores[i];
        if (list !== null && norm && sums) addContributions(list, weight, norm, sums);
      });
    }
    return scores;
  }

  /** What one posting adds: weight · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average)). */
  contribution(weight: number, frequency: number, { segment, doc }: Doc): number {
    const norm = this.#allNorms()[segment]?.[doc] ?? 0;
    return (weight * (bm25.k1 + 1) * frequency) / (frequency + norm);
  }

  /** The part of BM25's denominator that is the document's. */
  norm(length: number): number {
    return bm25.k1 * (1 - bm25.b + (bm25.b * length) / this.averageLength);
  }

  #allNorms(): Float32Array[] {
    this.#norms ??= this.segments.map((segment) => {
      const norms = new Float32Array(segment.entry.docs);
      for (let doc = 0; doc < norms.length; doc++) norms[doc] = this.norm(segment.lengthOf(doc));
      return norms;
    });
    return this.#norms;
  }

  idOf({ segment, doc }: Doc): PaperId {
    return this.segments[segment]?.idText(doc) ?? '';
  }

  /** The live document with an id, or null. */
  docOf(id: PaperId): Doc | null {
    for (const [number, segment] of this.segments.entries()) {
      const doc = segment.docOf(id);
      if (doc >= 0 && !segment.isDead(doc)) return { segment: number, doc };
    }
    return null;
  }

  /**
   * The best documents with a score above zero, best first, equal scores in code point order of
   * their ids.
   */
  best(scores: Float64Array[], limit: number, allowed: (doc: Doc) => boolean): ScoredDoc[] {
    const best: ScoredDoc[] = [];
    scores.forEach((sums, segment) => {
      let least = best.length < limit ? 0 : (best.at(-1)?.score ?? 0);
      for (let doc = 0; doc < sums.length; doc++) {
        const score = sums[doc] ?? 0;
        if (score <= 0 || score < least) continue;
        if (this.segments[segment]?.isDead(doc) || !allowed({ segment, doc })) continue;
        this.#insert(best, { segment, doc, score }, limit);
        if (best.length === limit) least = best.at(-1)?.score ?? 0;
      }
    });
    return best;
  }

  #insert(best: ScoredDoc[], candidate: ScoredDoc, limit: number): void {
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = best[middle];
      if (other !== undefined && this.isBefore(other, candidate)) low = middle + 1;
      else high = middle;
    }
    if (low >= limit) return;
    best.splice(low, 0, candidate);
    if (best.length > limit) best.pop();
  }

  /** Whether one scored document stands before another in an answer. */
  isBefore(a: ScoredDoc, b: ScoredDoc): boolean {
    if (a.score !== b.score) return a.score > b.score;
    if (a.segment === b.segment) return a.doc < b.doc;
    return byCodePoint(this.idOf(a), this.idOf(b)) < 0;
  }
}

/**
 * The inner loop of every answer: `readPostings` written out, because a call for each posting
 * costs. No branch on the frequency: it is guessed wrong too often to be worth the division saved.
 */
function addContributions(
  { entries }: PostingList,
  weight: number,
  norms: Float32Array,
  sums: Float64Array,
): void {
  const scaled = weight * (bm25.k1 + 1);
  let doc = 0;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as number;
    const frequency = entry & 15;
    if (frequency === 0) {
      doc += (entry >>> 4) << 12;
      continue;
    }
    doc += entry >>> 4;
    sums[doc] = (sums[doc] as number) + (scaled * frequency) / (frequency + (norms[doc] as number));
    doc++;
  }
}
