/**
 * MiniSearch over titles, authors and key terms, and beside it the facts that filters and orders
 * need. Its terms are folded surface words, not stems: half a word typed must be the beginning of
 * a word as written ("transforme" begins "transformer" but not its stem). A whole word is found
 * by its stem all the same, since a match whose stem is equal counts as exact.
 */
import MiniSearch, { type Options } from 'minisearch';
import type { Paper, PaperId } from '../paper/paper.ts';
import { factsOf, type PaperFacts } from '../query/filters.ts';
import { plainText } from '../text/plain-text.ts';
import { foldedWord, termOf, wordsOf } from '../text/terms.ts';
import { stemStart } from './stem-start.ts';
import type { How, WordMatch } from './word-index.ts';

export type TitleField = 'title' | 'authors' | 'keyTerms';

interface Entry {
  id: PaperId;
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
const snapshotVersion = 1;

const options: Options<Entry> = {
  fields: ['title', 'authors', 'keyTerms'] satisfies TitleField[],
  tokenize: (text) => wordsOf(plainText(text)).map((word) => word.text),
  processTerm: (word) => foldedWord(word) || null,
  searchOptions: { tokenize: (word) => [word], processTerm: (word) => word },
};

export class TitleIndex {
  private index = new MiniSearch<Entry>(options);
  private rows = new Map<PaperId, Row>();

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
      if (before) this.index.discard(paper.id);
      this.index.add(entry);
    }
  }

  /** Ids that are not held are passed over. */
  remove(ids: readonly PaperId[]): void {
    for (const id of ids) if (this.rows.delete(id)) this.index.discard(id);
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
    const fields = [...how.fields];
    const stem = how.fields.includes('title') ? termOf(word) : null;
    const found = new Map<PaperId, How>();
    const start = stem === null ? folded : stemStart(word);
    const begun = this.index.search(start, { fields, prefix: true });
    const kinds = new Map<string, How | null>();
    const kindOf = (term: string) => {
      let kind = kinds.get(term);
      if (kind === undefined) {
        const exact = term === folded || (stem !== null && termOf(term) === stem);
        kind = exact ? 'exact' : how.prefix && term.startsWith(folded) ? 'prefix' : null;
        kinds.set(term, kind);
      }
      return kind;
    };
    for (const { id, terms } of begun) {
      const met = terms.map(kindOf);
      const kind = met.includes('exact') ? 'exact' : met.includes('prefix') ? 'prefix' : null;
      if (kind !== null) found.set(id, kind);
    }
    if (how.edits > 0) {
      for (const { id } of this.index.search(folded, { fields, fuzzy: how.edits })) {
        if (!found.has(id)) found.set(id, 'similar');
      }
    }
    const counts: Record<How, number> = { exact: 0, prefix: 0, similar: 0 };
    for (const kind of found.values()) counts[kind]++;
    return Array.from(found, ([id, kind]) => ({
      id,
      how: kind,
      weight: Math.log(1 + this.size / counts[kind]),
    }));
  }

  /** The whole index as text for the store. */
  snapshot(): string {
    return JSON.stringify({
      version: snapshotVersion,
      index: this.index,
      rows: [...this.rows],
    });
  }

  /** Replaces what is held; false, and nothing held, when the text is no snapshot of this version. */
  load(snapshot: string): boolean {
    this.clear();
    try {
      const stored = JSON.parse(snapshot);
      if (stored.version !== snapshotVersion) return false;
      this.index = MiniSearch.loadJS(stored.index, options);
      this.rows = new Map(stored.rows);
      return true;
    } catch {
      this.clear();
      return false;
    }
  }

  clear(): void {
    this.index = new MiniSearch<Entry>(options);
    this.rows = new Map();
  }
}

function entryOf(paper: Paper): Entry {
  return {
    id: paper.id,
    title: paper.title,
    authors: paper.authors.slice(0, mostAuthors).join(' · '),
    keyTerms: paper.keyTerms.join(' · '),
  };
}

/** 32-bit FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
