import type { WordMatch } from '../../index/ranking/match-words.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { QueryWord } from '../query/query-words.ts';
import type { TitleField, TitleIndex } from '../titles/title-index.ts';
import { editsFor, type Matches, matchRanks, type WordIndex } from './word-index.ts';

/**
 * How much a word in the title raises its weight in title and abstract. On cacm: MAP .373 with 0,
 * .376 with 0.1, .370 with 0.2.
 */
const titleBoost = 0.1;

/**
 * Weight of a similar spelling per index that has it: a typo's rarity says nothing of relevance.
 */
const similarWeight = 1;

/** Matches cached over all words, of about 100 bytes each. */
const maxCachedMatches = 60_000;

/** The fields of the title index in which a word of a query is looked up. */
export const fieldsOf: Readonly<Record<QueryWord['field'], readonly TitleField[]>> = {
  text: ['title', 'keyTerms'],
  any: ['title', 'authors', 'keyTerms'],
  title: ['title'],
  author: ['authors'],
};

/** Looks one word up in title index and word index, with a cache for the next keystroke. */
export class WordMatcher {
  #cache = new Map<string, Promise<Matches>>();
  #cachedMatches = 0;
  readonly #titles: TitleIndex;
  readonly #words: WordIndex;

  constructor(titles: TitleIndex, words: WordIndex) {
    this.#titles = titles;
    this.#words = words;
  }

  /** Empties the cache; call it whenever either index changes. */
  clear(): void {
    this.#cache.clear();
    this.#cachedMatches = 0;
  }

  /** Papers with the word; with `typos` also those with as many edits as its length allows. */
  match(word: Omit<QueryWord, 'count'>, typos: boolean): Promise<Matches> {
    const edits = typos && !word.quoted ? editsFor(word.word) : 0;
    const key = [word.field, word.isPrefix, edits, word.word].join(' ');
    let matches = this.#cache.get(key);
    if (!matches) {
      matches = this.#lookUp(word, edits);
      const cache = this.#cache;
      cache.set(key, matches);
      matches.then(
        (found) => this.#count(found.size),
        () => cache.delete(key),
      );
    }
    return matches;
  }

  #count(matches: number): void {
    this.#cachedMatches += matches + 1;
    if (this.#cachedMatches > maxCachedMatches) this.clear();
  }

  /** Both indexes return fresh matches, which are changed in place instead of copied. */
  async #lookUp(
    { word, field, isPrefix }: Pick<QueryWord, 'word' | 'field' | 'isPrefix'>,
    edits: 0 | 1 | 2,
  ): Promise<Matches> {
    const matches = new Map<PaperId, WordMatch>();
    const isAnywhere = field === 'any' || field === 'text';
    // Nearly every abstract has a word with a given first letter: titles do until the next
    // keystroke.
    const isOneLetter = isPrefix && isAnywhere && [...word].length === 1;
    if (isAnywhere && !isOneLetter) {
      for (const match of await this.#words.match(word, { prefix: isPrefix, edits })) {
        if (match.how === 'similar') match.weight = similarWeight;
        matches.set(match.id, match);
      }
    }
    const how = { prefix: isPrefix, edits, fields: fieldsOf[isOneLetter ? 'title' : field] };
    for (const match of this.#titles.match(word, how)) {
      const other = matches.get(match.id);
      if (!other || matchRanks[match.how] < matchRanks[other.how]) {
        if (match.how === 'similar') match.weight = similarWeight;
        matches.set(match.id, match);
      } else if (match.how === other.how) {
        other.weight =
          match.how === 'similar' ? 2 * similarWeight : other.weight * (1 + titleBoost);
      }
    }
    return matches;
  }
}
