/** One word against title index and word index together, remembered while the user types on. */
import type { PaperId } from '../../paper/paper.ts';
import type { Matches, QueryWord } from '../query/query-words.ts';
import type { TitleField, TitleIndex } from '../titles/title-index.ts';
import { editsFor, ranks, type WordIndex, type WordMatch } from './word-index.ts';

/**
 * How much a word in the title raises its weight in title and abstract. On cacm: MAP .373 with 0,
 * .376 with 0.1, .370 with 0.2.
 */
const titleRise = 0.1;

/** A similar word is a guess, and its being rare is no merit: it counts this much a place. */
const guess = 1;

/** Matches remembered over all words, of about 100 bytes each. */
const mostRemembered = 60_000;

/** The lines in which a word of a query is looked for. */
export const fieldsOf: Readonly<Record<QueryWord['field'], readonly TitleField[]>> = {
  text: ['title', 'keyTerms'],
  any: ['title', 'authors', 'keyTerms'],
  title: ['title'],
  author: ['authors'],
};

export class WordMatcher {
  private remembered = new Map<string, Promise<Matches>>();
  private size = 0;
  private readonly titles: TitleIndex;
  private readonly words: WordIndex;

  constructor(titles: TitleIndex, words: WordIndex) {
    this.titles = titles;
    this.words = words;
  }

  /** Forgets what it remembers; call it whenever either index changes. */
  clear(): void {
    this.remembered.clear();
    this.size = 0;
  }

  /** Papers with the word, in these spellings; with `typos`, as many as its length allows. */
  match(wanted: QueryWord, typos: boolean): Promise<Matches> {
    const edits = typos && !wanted.quoted ? editsFor(wanted.word) : 0;
    const key = [wanted.field, wanted.begun, edits, wanted.word].join(' ');
    let matches = this.remembered.get(key);
    if (!matches) {
      matches = this.look(wanted, edits);
      const remembered = this.remembered;
      remembered.set(key, matches);
      matches.then(
        (found) => this.count(found.size),
        () => remembered.delete(key),
      );
    }
    return matches;
  }

  private count(matches: number): void {
    this.size += matches + 1;
    if (this.size > mostRemembered) this.clear();
  }

  /** Both indexes answer with matches of this question alone: they are changed, not copied. */
  private async look({ word, field, begun }: QueryWord, edits: 0 | 1 | 2): Promise<Matches> {
    const matches = new Map<PaperId, WordMatch>();
    const anywhere = field === 'any' || field === 'text';
    // One letter begins a word of nearly every abstract: titles say enough until the next is typed.
    const oneLetter = begun && anywhere && [...word].length === 1;
    if (anywhere && !oneLetter) {
      for (const match of await this.words.match(word, { prefix: begun, edits })) {
        if (match.how === 'similar') match.weight = guess;
        matches.set(match.id, match);
      }
    }
    const how = { prefix: begun, edits, fields: fieldsOf[oneLetter ? 'title' : field] };
    for (const match of this.titles.match(word, how)) {
      const other = matches.get(match.id);
      if (!other || ranks[match.how] < ranks[other.how]) {
        if (match.how === 'similar') match.weight = guess;
        matches.set(match.id, match);
      } else if (match.how === other.how) {
        other.weight = match.how === 'similar' ? 2 * guess : other.weight * (1 + titleRise);
      }
    }
    return matches;
  }
}
