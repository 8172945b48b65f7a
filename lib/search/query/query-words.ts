import { isText, type ParsedQuery, type TextClause } from '../../query/parsed-query.ts';
import { wordKey } from '../../query/word-key.ts';
import { termOf } from '../../text/terms.ts';

/** A word that a query looks for, and the spellings in which it counts. */
export interface QueryWord {
  word: string;
  /** `any` includes authors, `text` does not. */
  field: TextClause['field'] | 'text';
  /** Meant as written: no typos are tolerated. */
  quoted: boolean;
  /** Still being typed: words that begin with it count too. */
  isPrefix: boolean;
  /** How often the user wrote it. */
  count: number;
}

/** All words of the text clauses, in order; excluded words are left out. */
function wordsIn(query: ParsedQuery): QueryWord[] {
  const clauses = query.clauses.filter(isText).filter((clause) => !clause.without);
  return clauses.flatMap(({ words, field, quoted }, clauseAt) =>
    words.map((word, at) => ({
      word,
      field,
      quoted,
      isPrefix: query.unfinished && clauseAt === clauses.length - 1 && at === words.length - 1,
      count: 1,
    })),
  );
}

/**
 * Distinct words that a paper must have. Stop words such as "of" are left out while there is any
 * other word, and so is a single letter at the end, which will become a word.
 */
export function queryWords(query: ParsedQuery): QueryWord[] {
  const all = wordsIn(query);
  const significant = all.filter(({ word, field }) => field === 'author' || termOf(word) !== null);
  const distinct = new Map<string, QueryWord>();
  for (const word of significant.length > 0 ? significant : all) {
    const key = `${word.field} ${wordKey(word.word)}`;
    const known = distinct.get(key);
    distinct.set(key, known ? { ...known, count: known.count + 1 } : word);
  }
  return [...distinct.values()];
}

/** Words to highlight in titles or abstracts; stop words only where there are no others. */
export function highlightWords(query: ParsedQuery, field: 'title' | 'abstract'): QueryWord[] {
  const all = wordsIn(query).filter((word) => word.field === 'any' || word.field === field);
  const significant = all.filter(({ word }) => termOf(word) !== null);
  return significant.length > 0 ? significant : all;
}
