import { isText, type ParsedQuery, type TextClause } from '../query/parsed-query.ts';
import { termOf } from '../text/terms.ts';

/**
 * The text clauses of a topic without single stop words such as "of", unless they are quoted, in a
 * name or excluded: then the user means them.
 */
export function significantClauses(query: ParsedQuery): (TextClause & { without: boolean })[] {
  return query.clauses.filter(isText).filter((clause) => {
    const [word = ''] = clause.words;
    const isIntended =
      clause.words.length > 1 || clause.quoted || clause.without || clause.field === 'author';
    return isIntended || termOf(word) !== null;
  });
}

/** The words that a match must have in title, abstract or key terms. */
export function requiredWords(query: ParsedQuery): string[] {
  return significantClauses(query)
    .filter(({ without, field }) => !without && field !== 'author')
    .flatMap(({ words }) => words);
}
