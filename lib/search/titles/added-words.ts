import SearchableMap from 'minisearch/SearchableMap';
import { inCodePointOrder } from '../../index/segments/bytes.ts';
import { fieldRange } from './stored-titles.ts';

/** Postings of a word: paper number times `fieldRange` plus the bits of its fields, ascending. */
type Postings = number[];

/**
 * Words of the titles, authors and key terms added since the stored ones, on MiniSearch's radix
 * tree: its prefix and fuzzy look-ups, without the scores and match tables that its search builds
 * for every result and that take too long for a keystroke (docs/ranking.md).
 */
export class AddedWords {
  #tree = new SearchableMap<Postings>();

  /** `paper`: a larger number than any before. `fields`: the bits of each word. */
  add(paper: number, fields: ReadonlyMap<string, number>): void {
    for (const [word, bits] of fields) {
      const postings = this.#tree.get(word);
      if (postings) postings.push(paper * fieldRange + bits);
      else this.#tree.set(word, [paper * fieldRange + bits]);
    }
  }

  /** Calls `each` for the papers with a word that has this prefix and a kind. */
  forEachWithPrefix<K>(
    prefix: string,
    fields: number,
    kindOf: (word: string) => K | null,
    each: (paper: number, kind: K) => void,
  ): void {
    for (const [word, postings] of this.#tree.atPrefix(prefix)) {
      const kind = kindOf(word);
      if (kind !== null) forEachPaper(postings, fields, (paper) => each(paper, kind));
    }
  }

  /** Calls `each` for the papers with a word at most `edits` edits away. */
  forEachSimilar(
    word: string,
    edits: number,
    fields: number,
    each: (paper: number, word: string) => void,
  ): void {
    for (const [text, [postings]] of this.#tree.fuzzyGet(word, edits)) {
      forEachPaper(postings, fields, (paper) => each(paper, text));
    }
  }

  /** All words with their postings, in code point order. */
  *words(): Generator<[word: string, postings: readonly number[]]> {
    for (const word of inCodePointOrder([...this.#tree.keys()])) {
      yield [word, this.#tree.get(word) ?? []];
    }
  }
}

function forEachPaper(postings: Postings, fields: number, each: (paper: number) => void): void {
  for (const posting of postings) {
    if ((posting & fields) !== 0) each(Math.floor(posting / fieldRange));
  }
}
