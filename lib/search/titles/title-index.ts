/**
 * Titles, authors and key terms, and beside them the facts that filters and orders need. Terms are
 * folded surface words, not stems: half a word typed must be the beginning of a word as written
 * ("transforme" begins "transformer" but not its stem). A whole word is found by its stem all the
 * same, since a match whose stem is equal counts as exact.
 */
import type { Paper, PaperId } from '../../paper/paper.ts';
import { type FilterFacts, factsOf } from '../../query/filters.ts';
import { foldedWord, termOf, textWords } from '../../text/terms.ts';
import { type How, ranks, type WordMatch } from '../matching/word-index.ts';
import { stemPrefix } from '../query/stem-prefix.ts';
import { compactTitles } from './compact-titles.ts';
import { LineWords } from './line-words.ts';
import { StoredTitles, type TitleRow } from './stored-titles.ts';

export type TitleField = 'title' | 'authors' | 'keyTerms';

const fieldBits: Readonly<Record<TitleField, number>> = { title: 1, authors: 2, keyTerms: 4 };

interface Entry {
  title: string;
  authors: string;
  keyTerms: string;
}

/** Collaborations of thousands are found by their first authors. */
const mostAuthors = 500;

/** No match yet: after every kind. */
const unmatched = 3;
const kindOfRank: readonly How[] = ['exact', 'prefix', 'similar'];

/** So short a beginning has the stem of nothing but itself, and begins too many words to ask each. */
const longestBare = 2;

/**
 * Papers are numbered: first the stored ones, in their order, then those that came since. A paper
 * whose text changed gets another number.
 */
export class TitleIndex {
  private stored = StoredTitles.none;
  /** Stored papers that were removed, or have come again since. */
  private gone = new Set<number>();
  private words = new LineWords();
  private rows = new Map<PaperId, TitleRow>();
  /** Number of each paper that came since, counted from the first of them. */
  private numbers = new Map<PaperId, number>();
  /** Paper of each of these numbers; null for numbers given up. */
  private papers: (PaperId | null)[] = [];

  get size(): number {
    return this.stored.size - this.gone.size + this.rows.size;
  }

  *ids(): Generator<PaperId> {
    for (const [number, id] of this.stored.ids().entries()) if (!this.gone.has(number)) yield id;
    yield* this.rows.keys();
  }

  facts(id: PaperId): FilterFacts | undefined {
    const row = this.rows.get(id);
    if (row !== undefined) return row;
    const number = this.held(id);
    return number < 0 ? undefined : this.stored.facts(number);
  }

  /** Number of a stored paper that is still the newest of its id; -1 when there is none. */
  private held(id: PaperId): number {
    const number = this.stored.numberOf(id);
    return this.gone.has(number) ? -1 : number;
  }

  /** Adds or updates. */
  add(papers: readonly Paper[]): void {
    for (const paper of papers) {
      const entry = entryOf(paper);
      const hash = hashOf(`${entry.title}\n${entry.authors}\n${entry.keyTerms}`);
      const before = this.rows.get(paper.id);
      const number = this.stored.numberOf(paper.id);
      if (number >= 0) this.gone.add(number);
      this.rows.set(paper.id, { ...factsOf(paper), otherIds: otherIdsOf(paper), hash });
      if (before?.hash === hash) continue;
      this.giveUp(paper.id);
      this.numbers.set(paper.id, this.papers.length);
      this.words.add(this.papers.length, wordsOf(entry));
      this.papers.push(paper.id);
    }
  }

  /** Ids that are not held are passed over. */
  remove(ids: readonly PaperId[]): void {
    for (const id of ids) {
      const number = this.stored.numberOf(id);
      if (number >= 0) this.gone.add(number);
      if (this.rows.delete(id)) this.giveUp(id);
    }
  }

  private giveUp(id: PaperId): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    this.papers[number] = null;
    this.numbers.delete(id);
  }

  /** The paper with this arXiv id or DOI; null when it is not held. */
  find({ arxivId, doi }: { arxivId: string | null; doi: string | null }): PaperId | null {
    const keys: string[] = [];
    if (arxivId !== null) keys.push(`arxiv:${arxivId}`);
    if (doi !== null) keys.push(`doi:${doi}`);
    for (const key of keys) {
      const number = this.stored.known(key);
      if (number >= 0 && !this.gone.has(number)) return this.stored.ids()[number] ?? null;
    }
    for (const [id, { otherIds }] of this.rows) {
      if (keys.includes(id) || otherIds.some((other) => keys.includes(other))) return id;
    }
    return null;
  }

  /**
   * Papers with a word in these fields. A field of one line has nothing to saturate, so the weight
   * is the inverse document frequency ln(1 + N / n) of all that match in the same way.
   */
  match(
    word: string,
    how: { prefix: boolean; edits: 0 | 1 | 2; fields: readonly TitleField[] },
  ): WordMatch[] {
    const folded = foldedWord(word);
    if (folded === '') return [];
    const fields = bitsOf(how.fields);
    const isBare = how.prefix && folded.length <= longestBare;
    const stem = how.fields.includes('title') && !isBare ? termOf(word) : null;
    const first = this.stored.size;
    const found = new Uint8Array(first + this.papers.length).fill(unmatched);
    const kindOf = (term: string) => {
      if (term === folded || (stem !== null && termOf(term) === stem)) return ranks.exact;
      return how.prefix && term.startsWith(folded) ? ranks.prefix : null;
    };
    const start = stem === null ? folded : stemPrefix(word);
    const better = (paper: number, rank: number) => {
      if (rank < (found[paper] ?? 0)) found[paper] = rank;
    };
    this.stored.begun(start, fields, kindOf, better);
    this.words.begun(start, fields, kindOf, (paper, rank) => better(first + paper, rank));
    if (how.edits > 0) {
      const { edits } = how;
      this.stored.near(folded, { edits, swaps: false }, fields, (paper) =>
        better(paper, ranks.similar),
      );
      this.words.near(folded, edits, fields, (paper) => better(first + paper, ranks.similar));
    }
    return this.matches(found);
  }

  /** Words with this beginning in these fields, with how many papers have them there. */
  wordsBegun(start: string, fields: readonly TitleField[]): Map<string, number> {
    const { counts, stored, later } = this.counting();
    this.stored.begun(start, bitsOf(fields), (word) => word, stored);
    this.words.begun(start, bitsOf(fields), (word) => word, later);
    return counts;
  }

  /** Words at most so many edits away, with how many papers have them. */
  wordsNear(word: string, edits: number, fields: readonly TitleField[]): Map<string, number> {
    const { counts, stored, later } = this.counting();
    this.stored.near(word, { edits, swaps: true }, bitsOf(fields), stored);
    this.words.near(word, edits, bitsOf(fields), later);
    return counts;
  }

  private counting() {
    const counts = new Map<string, number>();
    const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
    return {
      counts,
      stored: (paper: number, word: string) => {
        if (!this.gone.has(paper)) count(word);
      },
      later: (paper: number, word: string) => {
        if (this.papers[paper] !== null) count(word);
      },
    };
  }

  private matches(found: Uint8Array): WordMatch[] {
    const counts = [0, 0, 0];
    const matches: WordMatch[] = [];
    const stored = found.some((rank) => rank !== unmatched) ? this.stored.ids() : [];
    for (let number = 0; number < found.length; number++) {
      const rank = found[number] as number;
      if (rank === unmatched || this.gone.has(number)) continue;
      const id = stored[number] ?? this.papers[number - this.stored.size];
      if (!id) continue;
      counts[rank] = (counts[rank] ?? 0) + 1;
      matches.push({ id, how: kindOfRank[rank] ?? 'similar', weight: 0 });
    }
    const weights = counts.map((count) => Math.log(1 + this.size / Math.max(1, count)));
    for (const match of matches) match.weight = weights[ranks[match.how]] ?? 0;
    return matches;
  }

  /** The whole index as bytes for the store. */
  snapshot(): Uint8Array<ArrayBuffer> {
    const { papers, rows, words } = this;
    return compactTitles(this.stored, (number) => this.gone.has(number), { papers, rows, words });
  }

  /** Replaces what is held; false, and nothing held, when the bytes are no snapshot of this version. */
  load(snapshot: Uint8Array): boolean {
    this.clear();
    const stored = StoredTitles.read(snapshot);
    if (stored !== null) this.stored = stored;
    return stored !== null;
  }

  clear(): void {
    this.stored = StoredTitles.none;
    this.gone = new Set();
    this.words = new LineWords();
    this.rows = new Map();
    this.numbers = new Map();
    this.papers = [];
  }
}

const bitsOf = (fields: readonly TitleField[]): number =>
  fields.reduce((bits, field) => bits | fieldBits[field], 0);

/** Ids by which a paper is known beside its own. */
function otherIdsOf({ id, arxivId, doi }: Paper): string[] {
  const known = [arxivId && `arxiv:${arxivId}`, doi && `doi:${doi}`];
  return known.filter((key) => typeof key === 'string' && key !== '' && key !== id) as string[];
}

function entryOf(paper: Paper): Entry {
  return {
    title: paper.title,
    authors: paper.authors.slice(0, mostAuthors).join(' · '),
    keyTerms: paper.keyTerms.join(' · '),
  };
}

/** Folded words with the bits of the fields that have them. */
function wordsOf(entry: Entry): Map<string, number> {
  const words = new Map<string, number>();
  for (const field of ['title', 'authors', 'keyTerms'] satisfies TitleField[]) {
    for (const word of textWords(entry[field]).map(foldedWord)) {
      if (word !== '') words.set(word, (words.get(word) ?? 0) | fieldBits[field]);
    }
  }
  return words;
}

/** 32-bit FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
