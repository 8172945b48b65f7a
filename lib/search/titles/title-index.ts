import type { MatchKind, MatchOptions, WordMatch } from '../../index/ranking/match-words.ts';
import type { Paper, PaperId } from '../../paper/paper.ts';
import { type FilterFacts, factsOf } from '../../query/filters.ts';
import { foldedWord, termOf, textWords } from '../../text/terms.ts';
import { matchRanks } from '../matching/word-index.ts';
import { stemPrefix } from '../query/stem-prefix.ts';
import { AddedWords } from './added-words.ts';
import { compactTitles } from './compact-titles.ts';
import { StoredTitles, type TitleRow } from './stored-titles.ts';

export type TitleField = 'title' | 'authors' | 'keyTerms';

const fieldBits: Readonly<Record<TitleField, number>> = { title: 1, authors: 2, keyTerms: 4 };

interface Entry {
  title: string;
  authors: string;
  keyTerms: string;
}

/** Collaborations of thousands are only found by their first authors. */
const maxAuthors = 500;

const kindOfRank: readonly MatchKind[] = ['exact', 'prefix', 'similar'];
/** No match yet: the rank after every kind. */
const unmatched = kindOfRank.length;

/** A prefix this short is no other word's stem, and begins too many words to stem each. */
const maxUnstemmedPrefix = 2;

/**
 * Titles, authors and key terms, and the facts that filters and orders need. Terms are folded words
 * as written, not stems: what is typed must be a prefix of a word as written ("transforme" begins
 * "transformer" but not its stem). A complete word still matches by its stem, as an exact match.
 *
 * Papers are numbered: first the stored ones, in their order, then the added ones. A paper whose
 * text changes gets another number.
 */
export class TitleIndex {
  #stored = StoredTitles.empty;
  /** Stored papers that were removed, or added again since. */
  #removed = new Set<number>();
  #words = new AddedWords();
  #rows = new Map<PaperId, TitleRow>();
  /** Number of each added paper, from 0. */
  #numbers = new Map<PaperId, number>();
  /** Added paper of each of these numbers; null for numbers no longer used. */
  #papers: (PaperId | null)[] = [];

  get size(): number {
    return this.#stored.size - this.#removed.size + this.#rows.size;
  }

  *ids(): Generator<PaperId> {
    for (const [number, id] of this.#stored.ids().entries())
      if (!this.#removed.has(number)) yield id;
    yield* this.#rows.keys();
  }

  facts(id: PaperId): FilterFacts | undefined {
    const row = this.#rows.get(id);
    if (row !== undefined) return row;
    const number = this.#storedNumber(id);
    return number < 0 ? undefined : this.#stored.facts(number);
  }

  /** Number of a stored paper that was not removed since; -1 when there is none. */
  #storedNumber(id: PaperId): number {
    const number = this.#stored.numberOf(id);
    return this.#removed.has(number) ? -1 : number;
  }

  /** Adds or updates papers. */
  add(papers: readonly Paper[]): void {
    for (const paper of papers) {
      const entry = entryOf(paper);
      const hash = hashOf(`${entry.title}\n${entry.authors}\n${entry.keyTerms}`);
      const before = this.#rows.get(paper.id);
      const number = this.#stored.numberOf(paper.id);
      if (number >= 0) this.#removed.add(number);
      this.#rows.set(paper.id, { ...factsOf(paper), otherIds: otherIdsOf(paper), hash });
      if (before?.hash === hash) continue;
      this.#dropNumber(paper.id);
      this.#numbers.set(paper.id, this.#papers.length);
      this.#words.add(this.#papers.length, wordsOf(entry));
      this.#papers.push(paper.id);
    }
  }

  /** Unknown ids are ignored. */
  remove(ids: readonly PaperId[]): void {
    for (const id of ids) {
      const number = this.#stored.numberOf(id);
      if (number >= 0) this.#removed.add(number);
      if (this.#rows.delete(id)) this.#dropNumber(id);
    }
  }

  #dropNumber(id: PaperId): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#papers[number] = null;
    this.#numbers.delete(id);
  }

  /** The paper with this arXiv id or DOI; null when it is unknown. */
  find({ arxivId, doi }: { arxivId: string | null; doi: string | null }): PaperId | null {
    const keys: string[] = [];
    if (arxivId !== null) keys.push(`arxiv:${arxivId}`);
    if (doi !== null) keys.push(`doi:${doi}`);
    for (const key of keys) {
      const number = this.#stored.known(key);
      if (number >= 0 && !this.#removed.has(number)) return this.#stored.ids()[number] ?? null;
    }
    for (const [id, { otherIds }] of this.#rows) {
      if (keys.includes(id) || otherIds.some((other) => keys.includes(other))) return id;
    }
    return null;
  }

  /**
   * Papers with a word in these fields. Term frequency says nothing in fields of one line, so the
   * weight is the inverse document frequency ln(1 + N / n) of all matches of the same kind.
   */
  match(word: string, how: MatchOptions & { fields: readonly TitleField[] }): WordMatch[] {
    const folded = foldedWord(word);
    if (folded === '') return [];
    const fields = bitsOf(how.fields);
    const isUnstemmed = how.prefix && folded.length <= maxUnstemmedPrefix;
    const stem = how.fields.includes('title') && !isUnstemmed ? termOf(word) : null;
    const first = this.#stored.size;
    const found = new Uint8Array(first + this.#papers.length).fill(unmatched);
    const kindOf = (term: string) => {
      if (term === folded || (stem !== null && termOf(term) === stem)) return matchRanks.exact;
      return how.prefix && term.startsWith(folded) ? matchRanks.prefix : null;
    };
    const start = stem === null ? folded : stemPrefix(word);
    const improve = (paper: number, rank: number) => {
      if (rank < (found[paper] ?? 0)) found[paper] = rank;
    };
    this.#stored.forEachWithPrefix(start, fields, kindOf, improve);
    this.#words.forEachWithPrefix(start, fields, kindOf, (paper, rank) =>
      improve(first + paper, rank),
    );
    if (how.edits > 0) {
      const { edits } = how;
      this.#stored.forEachSimilar(folded, { edits, swaps: false }, fields, (paper) =>
        improve(paper, matchRanks.similar),
      );
      this.#words.forEachSimilar(folded, edits, fields, (paper) =>
        improve(first + paper, matchRanks.similar),
      );
    }
    return this.#matchesOf(found);
  }

  /** Words with this prefix in these fields, with how many papers have them there. */
  wordsWithPrefix(start: string, fields: readonly TitleField[]): Map<string, number> {
    const { counts, stored, added } = this.#counter();
    this.#stored.forEachWithPrefix(start, bitsOf(fields), (word) => word, stored);
    this.#words.forEachWithPrefix(start, bitsOf(fields), (word) => word, added);
    return counts;
  }

  /** Words at most `edits` edits away, with how many papers have them. */
  similarWords(word: string, edits: number, fields: readonly TitleField[]): Map<string, number> {
    const { counts, stored, added } = this.#counter();
    this.#stored.forEachSimilar(word, { edits, swaps: true }, bitsOf(fields), stored);
    this.#words.forEachSimilar(word, edits, bitsOf(fields), added);
    return counts;
  }

  #counter() {
    const counts = new Map<string, number>();
    const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
    return {
      counts,
      stored: (paper: number, word: string) => {
        if (!this.#removed.has(paper)) count(word);
      },
      added: (paper: number, word: string) => {
        if (this.#papers[paper] !== null) count(word);
      },
    };
  }

  #matchesOf(found: Uint8Array): WordMatch[] {
    const counts = [0, 0, 0];
    const matches: WordMatch[] = [];
    const stored = found.some((rank) => rank !== unmatched) ? this.#stored.ids() : [];
    for (let number = 0; number < found.length; number++) {
      const rank = found[number] as number;
      if (rank === unmatched || this.#removed.has(number)) continue;
      const id = stored[number] ?? this.#papers[number - this.#stored.size];
      if (!id) continue;
      counts[rank] = (counts[rank] ?? 0) + 1;
      matches.push({ id, how: kindOfRank[rank] ?? 'similar', weight: 0 });
    }
    const weights = counts.map((count) => Math.log(1 + this.size / Math.max(1, count)));
    for (const match of matches) match.weight = weights[matchRanks[match.how]] ?? 0;
    return matches;
  }

  /** The whole index as bytes. */
  snapshot(): Uint8Array<ArrayBuffer> {
    const added = { papers: this.#papers, rows: this.#rows, words: this.#words };
    return compactTitles(this.#stored, (number) => this.#removed.has(number), added);
  }

  /** Replaces everything; false, and empty, when the bytes are no snapshot of this version. */
  load(snapshot: Uint8Array): boolean {
    this.clear();
    const stored = StoredTitles.read(snapshot);
    if (stored !== null) this.#stored = stored;
    return stored !== null;
  }

  clear(): void {
    this.#stored = StoredTitles.empty;
    this.#removed = new Set();
    this.#words = new AddedWords();
    this.#rows = new Map();
    this.#numbers = new Map();
    this.#papers = [];
  }
}

const bitsOf = (fields: readonly TitleField[]): number =>
  fields.reduce((bits, field) => bits | fieldBits[field], 0);

/** Ids by which a paper is known besides its own. */
function otherIdsOf({ id, arxivId, doi }: Paper): string[] {
  const known = [arxivId && `arxiv:${arxivId}`, doi && `doi:${doi}`];
  return known.filter((key) => typeof key === 'string' && key !== '' && key !== id) as string[];
}

function entryOf(paper: Paper): Entry {
  return {
    title: paper.title,
    authors: paper.authors.slice(0, maxAuthors).join(' · '),
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
