/**
 * Words of the titles, authors and key terms that came since the stored ones, on MiniSearch's radix
 * tree: its prefix and fuzzy look-ups, without the scores and match tables that its search builds
 * for every result and that a keystroke cannot wait for (docs/ranking.md).
 */
import SearchableMap from 'minisearch/SearchableMap';
import { inCodePointOrder } from '../../index/segments/bytes.ts';
import { fieldRoom } from './stored-titles.ts';

/** Postings of a word: paper number times eight plus the bits of its fields, ascending. */
type Postings = number[];

export class LineWords {
  #tree = new SearchableMap<Postings>();

  /** `paper`: larger than any before. `fields`: word to bits below eight. */
  add(paper: number, fields: ReadonlyMap<string, number>): void {
    for (const [word, bits] of fields) {
      const postings = this.#tree.get(word);
      if (postings) postings.push(paper * fieldRoom + bits);
      else this.#tree.set(word, [paper * fieldRoom + bits]);
    }
  }

  /** Calls `each` for the papers with a word that has this beginning and passes `wanted`. */
  begun<K>(
    start: string,
    fields: number,
    wanted: (word: string) => K | null,
    each: (paper: number, kind: K) => void,
  ): void {
    for (const [word, postings] of this.#tree.atPrefix(start)) {
      const kind = wanted(word);
      if (kind !== null) eachIn(postings, fields, (paper) => each(paper, kind));
    }
  }

  /** Calls `each` for the papers with a word at most so many edits away. */
  near(
    word: string,
    edits: number,
    fields: number,
    each: (paper: number, word: string) => void,
  ): void {
    for (const [text, [postings]] of this.#tree.fuzzyGet(word, edits)) {
      eachIn(postings, fields, (paper) => each(paper, text));
    }
  }

  /** All words with their postings, in code point order. */
  *words(): Generator<[word: string, postings: readonly number[]]> {
    for (const word of inCodePointOrder([...this.#tree.keys()])) {
      yield [word, this.#tree.get(word) ?? []];
    }
  }
}

function eachIn(postings: Postings, fields: number, each: (paper: number) => void): void {
  for (const posting of postings) {
    if ((posting & fields) !== 0) each(Math.floor(posting / fieldRoom));
  }
}
