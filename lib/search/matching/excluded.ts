/** What a query's `-without` takes away. */
import type { PaperId } from '../../paper/paper.ts';
import { isText, type ParsedQuery, type TextClause } from '../../query/parsed-query.ts';
import { termOf } from '../../text/terms.ts';
import { phraseOf } from '../query/phrases.ts';
import type { QueryWord } from '../query/query-words.ts';
import type { PaperCache } from '../results/paper-cache.ts';
import type { WordMatcher } from './word-matcher.ts';

/** Those of the papers that a `-without` of the query leaves out. */
export async function excludedPapers(
  query: ParsedQuery,
  ids: readonly PaperId[],
  matcher: WordMatcher,
  papers: PaperCache,
): Promise<Set<PaperId>> {
  const out = new Set<PaperId>();
  for (const clause of query.clauses.filter(isText)) {
    if (!clause.without) continue;
    const field: QueryWord['field'] = clause.field === 'any' ? 'text' : clause.field;
    const wanted = { field, quoted: true, begun: false, times: 1 };
    const [first, ...others] = await Promise.all(
      soughtWords(clause).map((word) => matcher.match({ ...wanted, word }, false)),
    );
    if (!first) continue;
    const candidates = ids.filter(
      (id) => first.has(id) && others.every((matches) => matches.has(id)),
    );
    if (clause.words.length === 1) for (const id of candidates) out.add(id);
    else {
      for (const id of await papers.filter(candidates, phraseOf(clause))) out.add(id);
    }
  }
  return out;
}

/** Words by which papers are looked up: no index of abstracts knows "of". */
function soughtWords({ words, field }: TextClause): readonly string[] {
  const known = field === 'any' ? words.filter((word) => termOf(word) !== null) : words;
  return known.length > 0 ? known : words;
}
