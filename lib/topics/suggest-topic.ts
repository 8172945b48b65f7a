/** A query to begin with. */

/**
 * The query that asks for all of these terms as they are: a term of several words becomes a
 * phrase, and nothing in a term is taken for the query language. Empty when no term has a word.
 */
export function topicQueryFrom(terms: readonly string[]): string {
  const parts = terms.map((term) => {
    const text = term.replace(/["“”„\s]+/g, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return '';
    return /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(text) ? text : `"${text}"`;
  });
  return [...new Set(parts)].filter((part) => part !== '').join(' ');
}
