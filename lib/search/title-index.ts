/**
 * Titles, authors and key terms, and beside them the facts that filters and orders need. Terms are
 * folded surface words, not stems: half a word typed must be the beginning of a word as written
 * ("transforme" begins "transformer" but not its stem). A whole word is found by its stem all the
 * same, since a match whose stem is equal counts as exact.
 */
import type { Paper, PaperId } from '../paper/paper.ts';
import { factsOf, type PaperFacts } from '../query/filters.ts';
import { foldedWord, termOf, textWords } from '../text/terms.ts';
import { LineWords } from './line-words.ts';
import { stemStart } from './stem-start.ts';
import { type How, ranks, type WordMatch } from './word-index.ts';

export type TitleField = 'title' | 'authors' | 'keyTerms';

const fieldBits: Readonly<Record<TitleField, number>> = { title: 1, authors: 2, keyTerms: 4 };

interface Entry {
  title: string;
  authors: string;
  keyTerms: string;
}

/** Facts of a paper, the ids by which it may be pasted, and a hash of the text that is indexed. */
interface Row extends PaperFacts {
  arxivId: string | null;
  doi: string | null;
  hash: number;
}

/** Collaborations of thousands are found by their first authors. */
const mostAuthors = 500;
const snapshotVersion = 2;

/** No match yet: after every kind. */
const unmatched = 3;
const kindOfRank: readonly How[] = ['exact', 'prefix', 'similar'];

/** So short a beginning has the stem of nothing but itself, and begins too many words to ask each. */
const longestBare = 2;

export class TitleIndex {
  private words = new LineWords();
  private rows = new Map<PaperId, Row>();
  /** Number of each paper in `words`; a paper whose text changed gets another. */
  private numbers = new Map<PaperId, number>();
  /** Paper of each number; null for numbers given up. */
  private papers: (PaperId | null)[] = [];

  get size(): number {
    return this.rows.size;
  }

  has(id: PaperId): boolean {
    return this.rows.has(id);
  }

  ids(): Iterable<PaperId> {
    return this.rows.keys();
  }

  facts(id: PaperId): PaperFacts | undefined {
    return this.rows.get(id);
  }

  /** Adds or updates; a paper whose text is unchanged costs nothing but its facts. */
  add(papers: readonly Paper[]): void {
    for (const paper of papers) {
      const entry = entryOf(paper);
      const hash = hashOf(`${entry.title}\n${entry.authors}\n${entry.keyTerms}`);
      const before = this.rows.get(paper.id);
      this.rows.set(paper.id, {
        ...factsOf(paper),
        arxivId: paper.arxivId,
        doi: paper.doi,
        hash,
      });
      if (before?.hash === hash) continue;
      this.giveUp(paper.id);
      this.numbers.set(paper.id, this.papers.length);
      this.words.add(this.papers.length, wordsOf(entry));
      this.papers.push(paper.id);
    }
  }

  /** Ids that are not held are passed over. */
  remove(ids: readonly PaperId[]): void {
    for (const id of ids) if (this.rows.delete(id)) this.giveUp(id);
  }

  private giveUp(id: PaperId): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    this.papers[number] = null;
    this.numbers.delete(id);
  }

  /** The paper with this arXiv id or DOI; null when it is not held. */
  find(ids: { arxivId: string | null; doi: string | null }): PaperId | null {
    for (const [id, row] of this.rows) {
      if (ids.arxivId !== null && row.arxivId === ids.arxivId) return id;
      if (ids.doi !== null && row.doi === ids.doi) return id;
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
    const fields = how.fields.reduce((bits, field) => bits | fieldBits[field], 0);
    const isBare = how.prefix && folded.length <= longestBare;
    const stem = how.fields.includes('title') && !isBare ? termOf(word) : null;
    const found = new Uint8Array(this.papers.length).fill(unmatched);
    const kindOf = (term: string) => {
      if (term === folded || (stem !== null && termOf(term) === stem)) return ranks.exact;
      return how.prefix && term.startsWith(folded) ? ranks.prefix : null;
    };
    this.words.begun(stem === null ? folded : stemStart(word), fields, kindOf, (paper, rank) => {
      if (rank < (found[paper] ?? 0)) found[paper] = rank;
    });
    if (how.edits > 0) {
      this.words.near(folded, how.edits, fields, (paper) => {
        if (found[paper] === unmatched) found[paper] = ranks.similar;
      });
    }
    return this.matches(found);
  }

  private matches(found: Uint8Array): WordMatch[] {
    const counts = [0, 0, 0];
    const held: [PaperId, number][] = [];
    found.forEach((rank, number) => {
      const id = this.papers[number];
      if (rank === unmatched || !id) return;
      counts[rank] = (counts[rank] ?? 0) + 1;
      held.push([id, rank]);
    });
    const weights = counts.map((count) => Math.log(1 + this.size / Math.max(1, count)));
    return held.map(([id, rank]) => ({
      id,
      how: kindOfRank[rank] ?? 'similar',
      weight: weights[rank] ?? 0,
    }));
  }

  /** The whole index as text for the store. */
  snapshot(): string {
    const renumbered: (number | undefined)[] = [];
    const rows: [PaperId, Row][] = [];
    this.papers.forEach((id, number) => {
      const row = id === null ? undefined : this.rows.get(id);
      if (id === null || row === undefined) return;
      renumbered[number] = rows.length;
      rows.push([id, row]);
    });
    return JSON.stringify({ version: snapshotVersion, rows, ...this.words.stored(renumbered) });
  }

  /** Replaces what is held; false, and nothing held, when the text is no snapshot of this version. */
  load(snapshot: string): boolean {
    this.clear();
    try {
      const stored = JSON.parse(snapshot);
      if (stored.version !== snapshotVersion) return false;
      this.words = LineWords.from(stored);
      this.rows = new Map(stored.rows);
      this.papers = [...this.rows.keys()];
      this.numbers = new Map(this.papers.map((id, number) => [id ?? '', number]));
      return true;
    } catch {
      this.clear();
      return false;
    }
  }

  clear(): void {
    this.words = new LineWords();
    this.rows = new Map();
    this.numbers = new Map();
    this.papers = [];
  }
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
