/**
 * Words of titles, authors and key terms to the papers that have them, on MiniSearch's radix tree:
 * its prefix and fuzzy look-ups, without the scores and match tables that its search builds for
 * every result and that a keystroke cannot wait for.
 */
import SearchableMap from 'minisearch/SearchableMap';

/** What is stored: words in order, and for each its postings, the gaps between them. */
export interface StoredLineWords {
  words: string[];
  postings: number[][];
}

/** Room in a posting for one bit a field. */
const fieldRoom = 8;

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
  near(word: string, edits: number, fields: number, each: (paper: number) => void): void {
    for (const [postings] of this.#tree.fuzzyGet(word, edits).values()) {
      eachIn(postings, fields, each);
    }
  }

  /** `renumbered`: the new number of each paper, ascending; undefined for those left out. */
  stored(renumbered: readonly (number | undefined)[]): StoredLineWords {
    const stored: StoredLineWords = { words: [], postings: [] };
    for (const [word, postings] of this.#tree) {
      let last = 0;
      const gaps: number[] = [];
      for (const posting of postings) {
        const paper = renumbered[Math.floor(posting / fieldRoom)];
        if (paper === undefined) continue;
        const moved = paper * fieldRoom + (posting % fieldRoom);
        gaps.push(moved - last);
        last = moved;
      }
      if (gaps.length === 0) continue;
      stored.words.push(word);
      stored.postings.push(gaps);
    }
    return stored;
  }

  static from({ words, postings }: StoredLineWords): LineWords {
    const made = new LineWords();
    words.forEach((word, i) => {
      let last = 0;
      made.#tree.set(
        word,
        (postings[i] ?? []).map((gap) => {
          last += gap;
          return last;
        }),
      );
    });
    return made;
  }
}

function eachIn(postings: Postings, fields: number, each: (paper: number) => void): void {
  for (const posting of postings) {
    if ((posting & fields) !== 0) each(Math.floor(posting / fieldRoom));
  }
}
