/** Which words of a topic tell papers apart. */
import { isText, type ParsedQuery, type TextClause } from '../query/parsed-query.ts';
import { termOf } from '../text/terms.ts';

/**
 * The conditions on words, without single common words such as "of" (in quotation marks, in a
 * name or left out with `-` they are meant).
 */
export function significantClauses(query: ParsedQuery): (TextClause & { without: boolean })[] {
  return query.clauses.filter(isText).filter((clause) => {
    const [word = ''] = clause.words;
    const meant =
      clause.words.length > 1 || clause.quoted || clause.without || clause.field === 'author';
    return meant || termOf(word) !== null;
  });
}
