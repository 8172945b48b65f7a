/** Suggested terms as parts of a topic's query, next to what the user wrote in it. */

/** A term as a query writes it: phrases in quotation marks. */
const quoteTerm = (term: string): string => (/\s/.test(term) ? `"${term}"` : term);

/** Matches the term between white space or the ends of the query. */
const termPattern = (term: string) =>
  new RegExp(`(?<=^|\\s)${quoteTerm(term).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=\\s|$)`, 'iu');

/** Whether the query has this term as a word or phrase of its own. */
export const hasTerm = (query: string, term: string): boolean => termPattern(term).test(query);

/** Appends the term to the query. */
export const withTerm = (query: string, term: string): string =>
  `${query.trim()} ${quoteTerm(term)}`.trim();

/** Removes the first occurrence of the term. */
export const withoutTerm = (query: string, term: string): string =>
  query.replace(termPattern(term), ' ').replace(/\s+/g, ' ').trim();

/** The query to start with: only the two strongest terms, as each further one excludes papers. */
export const initialQuery = (terms: string[]): string => terms.slice(0, 2).map(quoteTerm).join(' ');

/** A topic's name after its query, without quotation marks. */
export const queryName = (query: string): string => query.replaceAll('"', '').slice(0, 120);
