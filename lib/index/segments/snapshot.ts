/**
 * The live segments at one moment, and scoring over them: BM25 (Robertson et al., TREC-3, 1994) with
 * the statistics that a fresh index of only the live papers would have.
 */
import type { PaperId } from '../../paper/paper.ts';
import type { IndexStorage } from '../index-storage.ts';
import { addScores, bm25Score, lengthNorm, type ScoreSums } from '../ranking/bm25.ts';
import { isPhrase, type QueryTerm } from '../ranking/related-query.ts';
import { byCodePoint, encodeText } from './bytes.ts';
import { frequenciesIn, type PostingList } from './postings.ts';
import { MissingRecordError, type Segment } from './segment.ts';

/** A document, by the numbers of its segment and within it. */
export interface Doc {
  segment: number;
  doc: number;
}

export interface ScoredDoc extends Doc {
  score: number;
  /** The part of the score that words contribute, without phrases. */
  words: number;
}

/** A term of a query with its weight in this snapshot and its postings in each segment. */
export interface WeightedTerm {
  term: string;
  /** Inverse document frequency times the weight of the term in the query. */
  weight: number;
  /** The number of live papers that contain it. */
  documentFrequency: number;
  lists: (PostingList | null)[];
}

/** Words in more than this share of the papers are common: long to read, and they tell little. */
const minCommonShare = 0.12;
/** In a small digest no word is common. */
const minCommonPapers = 100;

export class Snapshot {
  readonly segments: Segment[];
  readonly paperCount: number;
  readonly averageLength: number;
  readonly #storage: IndexStorage;
  #norms: Float64Array[] | null = null;
  #words: Float64Array[] | null = null;
  #phrases: Float64Array[] | null = null;

  constructor(segments: Segment[], storage: IndexStorage) {
    this.segments = segments;
    this.#storage = storage;
    this.paperCount = segments.reduce((sum, segment) => sum + segment.liveDocs, 0);
    const length = segments.reduce((sum, segment) => sum + segment.entry.length, 0);
    this.averageLength = this.paperCount === 0 ? 1 : Math.max(1, length / this.paperCount);
  }

  /**
   * Reads the records that a query of these terms needs, in one request; with `words` also the tables
   * of words.
   *
   * @throws {MissingRecordError} when the storage lacks one
   */
  async load(terms: string[], words = false): Promise<void> {
    const owners: Segment[] = [];
    const keys: string[] = [];
    for (const segment of this.segments) {
      for (const key of [
        ...segment.missingRecords(terms),
        ...(words ? segment.missingWordTables() : []),
      ]) {
        keys.push(key);
        owners.push(segment);
      }
    }
    if (keys.length === 0) return;
    const records = await this.#storage.read(keys);
    records.forEach((bytes, i) => {
      if (bytes === undefined) throw new MissingRecordError(keys[i]);
      owners[i]?.keep(keys[i] ?? '', bytes);
    });
  }

  /** Inverse document frequency: ln(1 + (N − n + ½) / (n + ½)) for a term in n of N papers. */
  idf(documentFrequency: number): number {
    return Math.log(1 + (this.paperCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
  }

  /**
   * The weights and postings of the terms that the index contains: words, the rarest first, then
   * phrases. All scores are summed in this order, so a paper has the same score in every answer.
   */
  weigh(terms: QueryTerm[]): WeightedTerm[] {
    const words: WeightedTerm[] = [];
    const phrases: WeightedTerm[] = [];
    for (const { term, frequency } of terms) {
      const encoded = encodeText(term);
      const lists = this.segments.map((segment) => segment.find(term, encoded));
      const documentFrequency = this.#liveCount(lists);
      if (documentFrequency === 0) continue;
      const weight = this.idf(documentFrequency) * frequency;
      const weighted = { term, weight, documentFrequency, lists };
      if (isPhrase(term)) phrases.push(weighted);
      else words.push(weighted);
    }
    return [...words.sort((a, b) => a.documentFrequency - b.documentFrequency), ...phrases];
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
   * The score of every document of every segment. The arrays belong to the snapshot: read them
   * before the next call.
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

  /** Whether a word is in so large a share of the papers that reading its postings is avoided. */
  isCommon({ term, documentFrequency: found }: WeightedTerm): boolean {
    return found > Math.max(minCommonPapers, this.paperCount * minCommonShare) && !isPhrase(term);
  }

  /** The scores by words and by phrases, in arrays that belong to the snapshot. */
  sum(terms: WeightedTerm[]): ScoreSums {
    this.#words ??= this.segments.map((segment) => new Float64Array(segment.entry.docs));
    this.#phrases ??= this.segments.map((segment) => new Float64Array(segment.entry.docs));
    const sums = { words: this.#words, phrases: this.#phrases };
    for (const one of [...sums.words, ...sums.phrases]) one.fill(0);
    for (const term of terms) this.addTo(isPhrase(term.term) ? sums.phrases : sums.words, term);
    return sums;
  }

  /** Adds the scores of a term. */
  addTo(sums: Float64Array[], { weight, lists }: WeightedTerm): void {
    const norms = this.norms();
    lists.forEach((list, i) => {
      const norm = norms[i];
      const to = sums[i];
      if (list !== null && norm && to) addScores(list, weight, norm, to);
    });
  }

  /** The score of one posting. */
  scoreOf(weight: number, frequency: number, { segment, doc }: Doc): number {
    return bm25Score(weight, frequency, this.norms()[segment]?.[doc] ?? 0);
  }

  /** `lengthNorm` of each document, by segment. */
  norms(): Float64Array[] {
    this.#norms ??= this.segments.map((segment) => {
      const norms = new Float64Array(segment.entry.docs);
      for (let doc = 0; doc < norms.length; doc++) {
        norms[doc] = lengthNorm(segment.lengthOf(doc), this.averageLength);
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

  /** Whether `a` comes before `b` in an answer: by score, then in code point order of the ids. */
  isBefore(a: Doc & { score: number }, b: Doc & { score: number }): boolean {
    if (a.score !== b.score) return a.score > b.score;
    if (a.segment === b.segment) return a.doc < b.doc;
    return byCodePoint(this.idOf(a), this.idOf(b)) < 0;
  }
}

const at = (numbers: Float64Array, position: number): number => numbers[position] as number;
