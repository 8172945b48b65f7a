import type { PaperId } from '../../paper/paper.ts';
import { isText, type ParsedQuery, type TextClause } from '../../query/parsed-query.ts';
import { termOf } from '../../text/terms.ts';
import { phraseOf } from '../query/phrases.ts';
import type { QueryWord } from '../query/query-words.ts';
import type { PaperCache } from '../results/paper-cache.ts';
import type { WordMatcher } from './word-matcher.ts';

/** Those of `ids` that a `-word` or `-"phrase"` of the query excludes. */
export async function excludedPapers(
  query: ParsedQuery,
  ids: readonly PaperId[],
  matcher: WordMatcher,
  papers: PaperCache,
): Promise<Set<PaperId>> {
  const excluded = new Set<PaperId>();
  for (const clause of query.clauses.filter(isText)) {
    if (!clause.without) continue;
    const field: QueryWord['field'] = clause.field === 'any' ? 'text' : clause.field;
    const [first, ...others] = await Promise.all(
      indexedWords(clause).map((word) =>
        matcher.match({ word, field, quoted: true, isPrefix: false }, false),
      ),
    );
    if (!first) continue;
    const candidates = ids.filter(
      (id) => first.has(id) && others.every((matches) => matches.has(id)),
    );
    if (clause.words.length === 1) for (const id of candidates) excluded.add(id);
    else for (const id of await papers.filter(candidates, phraseOf(clause))) excluded.add(id);
  }
  return excluded;
}

/** The clause's words that the index knows: stop words such as "of" are not indexed. */
function indexedWords({ words, field }: TextClause): readonly string[] {
  const indexed = field === 'any' ? words.filter((word) => termOf(word) !== null) : words;
  return indexed.length > 0 ? indexed : words;
}
