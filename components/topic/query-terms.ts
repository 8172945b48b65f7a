/**
 * Suggested terms as parts of a topic's query, whatever else the user wrote in it.
 */

/** A term as a query writes it: a phrase in quotation marks. */
export const writtenTerm = (term: string): string => (/\s/.test(term) ? `"${term}"` : term);

const standing = (term: string) =>
  new RegExp(
    `(?<=^|\\s)${writtenTerm(term).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=\\s|$)`,
    'iu',
  );

/** Whether the query holds this term as a word or phrase of its own. */
export const hasTerm = (query: string, term: string): boolean => standing(term).test(query);

/** The query with the term at its end. */
export const withTerm = (query: string, term: string): string =>
  `${query.trim()} ${writtenTerm(term)}`.trim();

/** The query without the term's first standing. */
export const withoutTerm = (query: string, term: string): string =>
  query.replace(standing(term), ' ').replace(/\s+/g, ' ').trim();

/** A first query of the strongest terms: two, for each further one shuts papers out. */
export const firstQuery = (terms: string[]): string => terms.slice(0, 2).map(writtenTerm).join(' ');

/** A name for the query: its words without the query's signs. */
export const nameOf = (query: string): string => query.replaceAll('"', '').slice(0, 120);
