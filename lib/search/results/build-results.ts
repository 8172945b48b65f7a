/** From found papers to what a result shows of them. */
import type { Paper } from '../../paper/paper.ts';
import { isText, type ParsedQuery } from '../../query/parsed-query.ts';
import { plainText } from '../../text/plain-text.ts';
import { termOf } from '../../text/terms.ts';
import type { ScoredMatches } from '../matching/combine.ts';
import {
  type HighlightableWord,
  type HighlightQuery,
  highlightableWords,
  highlighter,
  snippetOf,
} from './highlight.ts';
import type { PaperCache } from './paper-cache.ts';
import type { Hit } from './search-page.ts';

/** Results with the query's words marked; papers no longer stored are shown unmarked. */
export async function buildResults(
  found: readonly ScoredMatches[],
  query: ParsedQuery | null,
  papers: PaperCache,
): Promise<Hit[]> {
  const inText = query === null ? [] : soughtIn(query, 'abstract');
  const inTitle = query === null ? [] : soughtIn(query, 'title');
  const written = { title: highlighter(inTitle), text: highlighter(inText) };
  const similar = { title: highlighter(inTitle, true), text: highlighter(inText, true) };
  const read = await papers.get(found.map(({ id }) => id));
  return found.map(({ id, score, how }) => {
    const paper = read.get(id);
    const exact = how !== 'similar';
    if (!paper) return { id, score, titleRanges: [], snippet: null, exact };
    const { title, abstract, abstractText } = markable(paper);
    const mark = exact ? written : similar;
    return {
      id,
      score,
      titleRanges: mark.title(title),
      snippet: snippetOf(abstractText, mark.text(abstract)),
      exact,
    };
  });
}

interface Markable {
  title: HighlightableWord[];
  abstract: HighlightableWord[];
  abstractText: string;
}

const marked = new Map<Paper, Markable>();
/** About 30 kB each. */
const mostMarked = 100;

/** Kept for a while: the next keystroke mostly shows the same papers. */
function markable(paper: Paper): Markable {
  const known = marked.get(paper);
  if (known) {
    marked.delete(paper);
    marked.set(paper, known);
    return known;
  }
  const abstractText = plainText(paper.abstract);
  const abstract = highlightableWords(abstractText);
  const read = { title: highlightableWords(paper.title), abstract, abstractText };
  marked.set(paper, read);
  for (const oldest of marked.keys()) {
    if (marked.size <= mostMarked) break;
    marked.delete(oldest);
  }
  return read;
}

/** Words to mark; common ones only inside quotation marks or when there are no others. */
function soughtIn(query: ParsedQuery, where: 'title' | 'abstract'): HighlightQuery[] {
  const texts = query.clauses.filter(isText).filter((clause) => !clause.without);
  const sought = texts.flatMap((clause, clauseAt) =>
    clause.field === 'any' || clause.field === where
      ? clause.words.map((word, at) => ({
          word,
          begun:
            query.unfinished && clauseAt === texts.length - 1 && at === clause.words.length - 1,
        }))
      : [],
  );
  const telling = sought.filter(({ word }) => termOf(word) !== null);
  return telling.length > 0 ? telling : sought;
}
