import { parseQuery } from '../../query/parse-query.ts';
import type { ParsedQuery, QueryProblem } from '../../query/parsed-query.ts';
import { type PastedId, pastedId } from './pasted-id.ts';
import { phrasesOf, type SearchPhrase } from './phrases.ts';
import { type QueryWord, queryWords } from './query-words.ts';

/** What the user typed, parsed once per keystroke. */
export interface SearchQuery {
  parsed: ParsedQuery;
  problems: QueryProblem[];
  /** The id, DOI or link of one paper that the query consists of; its words do not count then. */
  pasted: PastedId | null;
  words: readonly QueryWord[];
  phrases: readonly SearchPhrase[];
}

export function parseSearchQuery(text: string): SearchQuery {
  const { query, problems } = parseQuery(text);
  const pasted = pastedId(text);
  return {
    parsed: query,
    problems,
    pasted,
    words: pasted ? [] : queryWords(query),
    phrases: pasted ? [] : phrasesOf(query),
  };
}
