/** The words a query looks for, and in what spelling they may be met. */
import type { PaperId } from '../../paper/paper.ts';
import { isText, type ParsedQuery, type TextClause } from '../../query/parsed-query.ts';
import { wordKey } from '../../query/word-key.ts';
import { termOf } from '../../text/terms.ts';
import type { WordMatch } from '../matching/word-index.ts';

export interface QueryWord {
  word: string;
  /** `any` takes in authors, `text` does not. */
  field: TextClause['field'] | 'text';
  /** Meant as written: no typo is looked for. */
  quoted: boolean;
  /** How often the user wrote it. */
  times: number;
  /** Still being typed: the beginning of a word will do. */
  begun: boolean;
}

/** Papers with one wanted word, each by its best match. */
export type Matches = ReadonlyMap<PaperId, WordMatch>;

/**
 * Distinct words that must be there. Words as common as "of" are left out while any other word
 * is there, and so is a single letter at the end, which will become a word.
 */
export function queryWords(query: ParsedQuery): QueryWord[] {
  const clauses = query.clauses.filter(isText).filter((clause) => !clause.without);
  const all = clauses.flatMap(({ words, field, quoted }, clauseAt) =>
    words.map((word, at) => ({
      word,
      field,
      quoted,
      times: 1,
      begun: query.unfinished && clauseAt === clauses.length - 1 && at === words.length - 1,
    })),
  );
  const telling = all.filter(({ word, field }) => field === 'author' || termOf(word) !== null);
  const wanted = new Map<string, QueryWord>();
  for (const word of telling.length > 0 ? telling : all) {
    const key = `${word.field} ${wordKey(word.word)}`;
    const before = wanted.get(key);
    wanted.set(key, before ? { ...before, times: before.times + 1 } : word);
  }
  return [...wanted.values()];
}
