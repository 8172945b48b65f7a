/**
 * The live segments at one moment, and scoring over them: BM25 (Robertson et al., TREC-3) with the
 * figures that a fresh index of the live papers alone would have.
 */
import type { PaperId } from '../../paper/paper.ts';
import type { IndexStorage } from '../index-storage.ts';
import { addContributions, bm25, normOf, type Sums } from '../ranking/bm25.ts';
import { isPhrase, type QueryTerm } from '../ranking/related-query.ts';
import { byCodePoint, encodeText } from './bytes.ts';
import type { PostingList } from './postings.ts';
import { frequenciesIn } from './postings.ts';
import { MissingRecord, type Segment } from './segment.ts';

/** A document of the snapshot. */
export interface Doc {
  segment: number;
  doc: number;
}

export interface ScoredDoc extends Doc {
  score: number;
  /** What of the score words have, phrases left out. */
  words: number;
}

/** A query's term with its weight here and its postings in each segment. */
export interface WeightedTerm {
  term: string;
  /** Inverse document frequency times the weight of the term in the query. */
  weight: number;
  /** Papers that hold it. */
  found: number;
  lists: (PostingList | null)[];
}

/** Words that more than this share of the papers hold are common: much to read, little to gain. */
const commonShare = 0.12;
/** … and more than this many: in a small digest every word is worth reading. */
const commonLeast = 100;

export class Snapshot {
  readonly segments: Segment[];
  readonly papers: number;
  readonly averageLength: number;
  readonly #storage: IndexStorage;
  #norms: Float64Array[] | null = null;
  #words: Float64Array[] | null = null;
  #phrases: Float64Array[] | null = null;

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

  /**
   * Weights and postings of the terms that are anywhere in the index: words, the rarest first, then
   * phrases. Scores are summed in this order, so a paper has one score however it is asked for.
   */
  weigh(terms: QueryTerm[]): WeightedTerm[] {
    const words: WeightedTerm[] = [];
    const phrases: WeightedTerm[] = [];
    for (const { term, frequency } of terms) {
      const encoded = encodeText(term);
      const lists = this.segments.map((segment) => segment.find(term, encoded));
      const found = this.#liveCount(lists);
      if (found === 0) continue;
      const weighted = { term, weight: this.idf(found) * frequency, found, lists };
      if (isPhrase(term)) phrases.push(weighted);
      else words.push(weighted);
    }
    return [...words.sort((a, b) => a.found - b.found), ...phrases];
  }

  #liveCount(lists: (PostingList | null)[]): number {
    let found = 0;
    lists.forEach((list, i) => {
      const segment = this.segments[i];
      if (list === null || segment === undefined) return;
      found += list.count;
      if (segment.entry.dead === 0) return;
      for (const frequency of frequenciesIn(list, segment.deadDocs(), segment.entry.docs)) {
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
    const { words, phrases } = this.sum(terms);
    words.forEach((sums, segment) => {
      const more = phrases[segment];
      if (more !== undefined)
        for (let i = 0; i < sums.length; i++) sums[i] = at(sums, i) + at(more, i);
    });
    return words;
  }

  isCommon({ term, found }: WeightedTerm): boolean {
    return found > Math.max(commonLeast, this.papers * commonShare) && !isPhrase(term);
  }

  /** Sums of words and of phrases, in arrays of the snapshot's own. */
  sum(terms: WeightedTerm[]): Sums {
    this.#words ??= this.segments.map((segment) => new Float64Array(segment.entry.docs));
    this.#phrases ??= this.segments.map((segment) => new Float64Array(segment.entry.docs));
    const sums = { words: this.#words, phrases: this.#phrases };
    for (const one of [...sums.words, ...sums.phrases]) one.fill(0);
    for (const term of terms) this.addTo(isPhrase(term.term) ? sums.phrases : sums.words, term);
    return sums;
  }

  /** Adds a term's contributions to sums. */
  addTo(sums: Float64Array[], { weight, lists }: WeightedTerm): void {
    const norms = this.norms();
    lists.forEach((list, i) => {
      const norm = norms[i];
      const to = sums[i];
      if (list !== null && norm && to) addContributions(list, weight, norm, to);
    });
  }

  /** What one posting adds: weight · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average)). */
  contribution(weight: number, frequency: number, { segment, doc }: Doc): number {
    const norm = this.norms()[segment]?.[doc] ?? 0;
    return (weight * (bm25.k1 + 1) * frequency) / (frequency + norm);
  }

  /** The part of the denominator that is each document's, by segment. */
  norms(): Float64Array[] {
    this.#norms ??= this.segments.map((segment) => {
      const norms = new Float64Array(segment.entry.docs);
      for (let doc = 0; doc < norms.length; doc++) {
        norms[doc] = normOf(segment.lengthOf(doc), this.averageLength);
      }
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

  isLive({ segment, doc }: Doc): boolean {
    return this.segments[segment]?.isDead(doc) === false;
  }

  /** Whether one scored document stands before another in an answer. */
  isBefore(a: Doc & { score: number }, b: Doc & { score: number }): boolean {
    if (a.score !== b.score) return a.score > b.score;
    if (a.segment === b.segment) return a.doc < b.doc;
    return byCodePoint(this.idOf(a), this.idOf(b)) < 0;
  }
}

const at = (numbers: Float64Array, place: number): number => numbers[place] as number;
